import type { FormField, FieldChoice } from '../interface.ts';
import { h } from './element.ts';

/** A part of a form, and what stands in it. */
export interface Input {
  readonly element: HTMLElement;
  readonly value: () => string;
}

let count = 0;

/** An attribute with its name: a line, a menu, a day, or boxes to tick. */
export const fieldView = (field: FormField, value: string): Input => {
  const { name, isNeeded, form, choices } = field;
  const label = isNeeded ? `${name} (needed)` : name;
  if (form === 'names') return ticks(label, choices, value);
  const id = `field-${(count += 1)}`;
  const input = form === 'choice' ? menu(id, choices, value) : line(id, field, value);
  return {
    element: h('div', { class: 'field' }, h('label', { for: id }, label), input, suggestions(id, field)),
    value: () => input.value.trim(),
  };
};

/** A value that is no day, such as one with a merge field, is kept as it is written. */
const line = (id: string, { form, isNeeded, choices }: FormField, value: string): HTMLInputElement =>
  h('input', {
    id,
    type: form === 'day' && /^(?:\d{4}-\d\d-\d\d)?$/u.test(value) ? 'date' : 'text',
    value,
    'aria-required': String(isNeeded),
    list: choices.length ? `${id}-choices` : null,
  });

const suggestions = (id: string, { form, choices }: FormField): HTMLElement | null =>
  form === 'text' && choices.length
    ? h('datalist', { id: `${id}-choices` }, ...choices.map((choice) => h('option', { value: choice.value })))
    : null;

const menu = (id: string, choices: readonly FieldChoice[], value: string): HTMLSelectElement => {
  const known = choices.some((choice) => choice.value === value) || !value;
  const all = [{ value: '', name: '–' }, ...(known ? [] : [{ value, name: value }]), ...choices];
  return h(
    'select',
    { id },
    ...all.map((choice) =>
      h('option', { value: choice.value, selected: choice.value === value }, choice.name),
    ),
  );
};

/** Boxes to tick; their order is that in which they were written, and new ones come last. */
export const ticks = (label: string, choices: readonly FieldChoice[], value: string): Input => {
  const before = value.split(/\s+/u).filter(Boolean);
  const boxes = choices.map((choice) => {
    const box = h('input', { type: 'checkbox', value: choice.value, checked: before.includes(choice.value) });
    return { box, element: h('label', {}, box, ' ', choice.name) };
  });
  const known = new Set(choices.map((choice) => choice.value));
  const ticked = (): string[] => boxes.flatMap(({ box }) => (box.checked ? [box.value] : []));
  const summary = h('summary', {}, label);
  const shown = h('span', { class: 'chosen' });
  const show = (): void => {
    shown.textContent = ticked().join(', ') || '–';
  };
  show();
  summary.append(' ', shown);
  const element = h(
    'details',
    { class: 'field ticks', onchange: show },
    summary,
    h('fieldset', {}, h('legend', {}, label), ...boxes.map((one) => one.element)),
  );
  return {
    element,
    value: () => {
      const now = ticked();
      const kept = before.filter((name) => now.includes(name) || !known.has(name));
      return [...kept, ...now.filter((name) => !before.includes(name))].join(' ');
    },
  };
};
