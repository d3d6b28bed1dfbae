import type { PdfProperties } from '../properties.ts';

/** What the metadata says besides the document's properties. */
export interface Makers {
  /** What has made the page, and what the PDF of it. */
  readonly creator: string;
  readonly producer: string;
}

/**
 * The metadata of a document in XMP (ISO 32000-1, 14.3.2): its properties, the same as in the document information
 * (ISO 19005-2, 6.6.3), and the standards that it meets (ISO 14289-1, clause 5; ISO 19005-2, 6.6.4).
 */
export const xmpOf = (properties: PdfProperties, { creator, producer }: Makers): string => {
  const { title, author, subject, keywords, language, date } = properties;
  const moment = `${date}T00:00:00Z`;
  const entries = [
    simple('dc:format', 'application/pdf'),
    list('dc:title', 'Alt', [title]),
    list('dc:creator', 'Seq', author ? [author] : []),
    list('dc:description', 'Alt', subject ? [subject] : []),
    list('dc:subject', 'Bag', keywords),
    list('dc:language', 'Bag', [language]),
    simple('pdf:Keywords', keywords.join(', ')),
    simple('pdf:Producer', producer),
    simple('xmp:CreatorTool', creator),
    simple('xmp:CreateDate', moment),
    simple('xmp:ModifyDate', moment),
    simple('pdfuaid:part', '1'),
    simple('pdfaid:part', '2'),
    simple('pdfaid:conformance', 'A'),
  ];
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" ${NAMESPACES}>
${entries.filter(Boolean).join('\n')}
</rdf:Description>
${EXTENSION}
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
};

const NAMESPACES = Object.entries({
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
})
  .map(([prefix, address]) => `xmlns:${prefix}="${address}"`)
  .join(' ');

const escape = (text: string): string =>
  // XML has no way at all to write control characters.
  text
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>]/gu, (character) => `&#${character.charCodeAt(0)};`);

const simple = (property: string, value: string): string =>
  value && `<${property}>${escape(value)}</${property}>`;

/** A list; in `Alt` the one for readers of any language. */
const list = (property: string, kind: 'Alt' | 'Bag' | 'Seq', values: readonly string[]): string => {
  const language = kind === 'Alt' ? ' xml:lang="x-default"' : '';
  const items = values.map((value) => `<rdf:li${language}>${escape(value)}</rdf:li>`).join('');
  return items && `<${property}><rdf:${kind}>${items}</rdf:${kind}></${property}>`;
};

/** PDF/A asks that what it does not know itself is described: here the mark of PDF/UA (ISO 19005-2, 6.6.2.3.3). */
const EXTENSION = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
