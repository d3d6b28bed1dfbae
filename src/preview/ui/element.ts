/** Makes elements: attributes by name, and what is done on events by `on` and the event's name. */

type AttributeValue = string | number | boolean | null | ((event: Event) => void);

export type Child = Node | string | null;

/** An element. Of attributes, `true` stands without a value, and `false` and null not at all. */
export const h = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, AttributeValue>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(attribute.slice(2), value);
    else if (value !== null && value !== false)
      element.setAttribute(attribute, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
};

/** A text whose names stand in backticks, with these as code. */
export const said = (text: string): readonly Child[] =>
  text.split('`').map((part, index) => (index % 2 ? h('code', {}, part) : part));

/** Puts children into a place where they differ from those before; what had the focus, by its `data-key`, keeps it. */
export const redraw = (place: HTMLElement, of: unknown, make: () => readonly Child[]): void => {
  const now = JSON.stringify(of);
  if (drawn.get(place) === now) return;
  drawn.set(place, now);
  const active = place.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
  const key = active?.dataset['key'];
  place.replaceChildren(...make().filter((child) => child !== null));
  if (key !== undefined) place.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
};

const drawn = new WeakMap<HTMLElement, string>();
