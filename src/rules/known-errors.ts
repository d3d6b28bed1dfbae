/**
 * What is known to be wrong, and what is right; null where it is no part of a text. Names of Acts are those of
 * legislation.gov.uk, names of bodies their own, as at November 2026.
 */
export const KNOWN_ERRORS: readonly (readonly [wrong: RegExp, right: string | null])[] = [
  [
    /\bChildren(?:['’]s|s['’]?)? Act (?:19(?!89|75|48|08)|20(?!04))\d\d\b/gu,
    'Children Act 1989, or Children Act 2004',
  ],
  [/\bChildren(?:['’]s|s['’]?) Act\b/gu, 'Children Act'],
  [/\bChildren(?:['’]s|s['’]?) and Families Act\b/gu, 'Children and Families Act'],
  [/\bEqualit(?:ies Act|y Act 20(?!10|06)\d\d)\b/gu, 'Equality Act 2010'],
  [/\bCare Act 20(?!14)\d\d\b/gu, 'Care Act 2014'],
  [/\bMental Health Act (?:19(?!83|59)|20(?!07|25))\d\d\b/gu, 'Mental Health Act 1983'],
  [/\bMental Capacity Act (?:19|20(?!05))\d\d\b/gu, 'Mental Capacity Act 2005'],
  [/\bHuman Rights(?: Act (?:19(?!98)|20)\d\d|['’] Act)\b/gu, 'Human Rights Act 1998'],
  [/\bCare Standard Act\b/gu, 'Care Standards Act 2000'],
  [/\bSocial Work and Children Act\b/gu, 'Children and Social Work Act 2017'],
  [/\bDepartment of Education\b/gu, 'Department for Education'],
  [/\bDepartment for Health\b/gu, 'Department of Health and Social Care'],
  [/\bDepartment of Work and Pensions\b/gu, 'Department for Work and Pensions'],
  [/\bMinistry for Housing\b/gu, 'Ministry of Housing, Communities and Local Government'],
  [/\bNational Audits? Offices\b/gu, 'National Audit Office'],
  [
    /\bOffice of (?:Budget Responsibility|National Statistics)\b/gu,
    'Office for Budget Responsibility, or Office for National Statistics',
  ],
  [/\bBritish Association (?:of|for) Social Work\b/gu, 'British Association of Social Workers'],
  [/\bSocial Works? of England\b/gu, 'Social Work England'],
  [/\bLocal Government['’]s? Association\b/gu, 'Local Government Association'],
  [/\bCare and Quality Commission\b/gu, 'Care Quality Commission'],
  [/\bOFSTED\b/gu, 'Ofsted'],
  [/\bJoseph Rowntree['’]s? Foundation\b/gu, 'Joseph Rowntree Foundation'],
  [/\bHouse of Parliament\b/gu, 'Houses of Parliament'],
  [
    /\b(?:Skip to (?:main )?content|Accept (?:all )?cookies|Share this (?:page|article)|Back to top|Click here|Print this page|Sign up to our newsletter)\b/giu,
    null,
  ],
  [/\[(?:edit|citation needed)\]/giu, null],
  // UTF-8 that was read as another encoding.
  [/(?:â€[™œ\u009d“”˜¦]?|Ã[©¨¡³±¼¶]|Â[£ ]|\ufffd)/gu, null],
  [/&(?:amp|nbsp|lt|gt|quot|#\d{2,5});/gu, null],
];
