import type { Scalar } from './shape.ts';
import { fault, original, resolve, unasked, type Here } from './template-scope.ts';

/** Checks one `{{value}}`: that the view has it, and that its format may stand where it lands. */
export const output = (node: hbs.AST.MustacheStatement, here: Here): void => {
  if (!node.escaped)
    fault(
      here,
      node,
      'template-syntax',
      'Unexpected `{{{` or `{{&`, which would put raw text into the page',
      {
        remedy: 'Write `{{…}}`: what is HTML in the view is not escaped.',
      },
    );
  if (node.params.length || node.hash?.pairs.length)
    return fault(here, node, 'template-syntax', `There is no helper \`${original(node.path)}\``, {
      remedy: 'The view holds values ready for the page; helpers are `if`, `unless`, `each` and `with`.',
    });
  const found = resolve(node.path, here);
  if (!found) return;
  if (found.missing) return unasked(node, original(node.path), here);
  const { is } = found.shape;
  if (is === 'object' || is === 'list')
    return fault(
      here,
      node,
      'template-view',
      `\`${original(node.path)}\` is ${is === 'list' ? 'a list' : 'an object'}`,
      {
        remedy: 'Read a value inside it.',
      },
    );
  landing(node, is, here);
};

const ADDRESS_ATTRIBUTES = new Set([
  'href',
  'xlink:href',
  'src',
  'srcset',
  'action',
  'formaction',
  'poster',
  'data',
  'cite',
  'ping',
]);

/** Whether a value of this format may stand where the output is. */
const landing = (node: hbs.AST.MustacheStatement, is: Scalar, here: Here): void => {
  const spot = here.spot.now;
  const name = original(node.path);
  const wrong = (text: string, remedy: string) => fault(here, node, 'template-markup', text, { remedy });
  if (spot.in === 'tag')
    return wrong(
      `\`${name}\` stands ${spot.attribute ? `unquoted in \`${spot.attribute}\`` : 'between the attributes of a tag'}`,
      `Write it inside quotation marks: \`${spot.attribute ?? 'name'}="{{${name}}}"\`.`,
    );
  if (spot.in === 'script' || spot.in === 'comment' || (spot.in === 'style' && is !== 'css'))
    return wrong(`\`${name}\` may not stand in a ${spot.in}`, 'Put values into elements or attributes.');
  if (spot.in === 'attribute') {
    const { attribute } = spot;
    if (attribute.startsWith('on') || attribute === 'style' || attribute === 'srcdoc')
      return wrong(`\`${name}\` may not stand in \`${attribute}\``, 'Use a class and the style sheet.');
    if (ADDRESS_ATTRIBUTES.has(attribute) && is !== 'address')
      return wrong(
        `\`${name}\` is no address and may not stand in \`${attribute}\``,
        'Use an address of the view.',
      );
    if (is === 'html' || is === 'css')
      return wrong(`\`${name}\` is ${is} and may not stand in an attribute`, 'Put it into an element.');
    return;
  }
  if (spot.in === 'title' && is === 'html')
    return wrong(`\`${name}\` is HTML, and the title holds text alone`, 'Use `name` or `title`.');
  if (spot.in === 'content' && is === 'css') wrong(`\`${name}\` is CSS`, 'Put it into a `style` element.');
};
