import { error } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Named, SlotChoice } from '../model/pack.ts';
import type { PackContext } from './pack-terms.ts';

/** What a pack says of a slot, as it is written. */
type WrittenSlot = Readonly<{ passages: readonly string[]; lead: string | null; max: number | null }>;

/** What an edition says of its template's slots. */
export const readSlots = (
  id: string,
  slots: Readonly<Record<string, WrittenSlot>>,
  template: string,
  context: PackContext,
): ReadonlyMap<string, SlotChoice> => {
  const { yaml, names, templates } = context;
  const path = ['editions', id, 'slots'];
  const named = new Map<string, Place>();
  const leads: Named[] = [];
  const choices = yaml.keys(path).map((slotId): readonly [string, SlotChoice] => {
    const { passages = [], lead = null, max = null } = slots[slotId] ?? {};
    const place = yaml.keyPlace([...path, slotId]);
    names.use(`slot of ${template}`, slotId, place);
    const most = templates.get(template)?.slots.find((slot) => slot.id === slotId)?.max;
    if (most && max && max > most)
      sayRaised(slotId, most, max, yaml.place([...path, slotId, 'max']), context);
    const written = passages.map((passage, index) => ({
      id: passage,
      place: yaml.place([...path, slotId, 'passages', index]),
    }));
    const kinds = templates.get(template)?.slots.find((slot) => slot.id === slotId)?.kinds ?? [];
    const how = { kinds, beside: passages };
    for (const each of written) readNamed(each, how, named, context);
    if (lead === null) return [slotId, { passages: written, lead, max, place }];
    const first = { id: lead, place: yaml.place([...path, slotId, 'lead']) };
    if (passages.includes(lead)) names.use('passage', lead, first.place, how);
    else readNamed(first, how, named, context);
    leads.push(first);
    const places = [first, ...written.filter(({ id }) => id !== lead)];
    return [slotId, { passages: places, lead, max, place }];
  });
  sayLeads(leads, context);
  return new Map(choices);
};

/** The passages that an edition does without; none of them is named for one of its slots. */
export const readLeftOut = (
  id: string,
  { slots }: { readonly slots: Readonly<Record<string, WrittenSlot>> },
  written: readonly string[],
  { yaml, names, say }: PackContext,
): readonly Named[] => {
  const named = new Set(Object.values(slots).flatMap(({ passages, lead }) => [...passages, lead]));
  return written.map((passage, index) => {
    const place = yaml.place(['editions', id, 'leave-out', index]);
    names.use('passage', passage, place);
    const text = `\`${passage}\` is left out of this edition, which names it for a slot`;
    if (named.has(passage))
      say(error('contradiction', place, text, { remedy: 'Take it out of one of the two.' }));
    return { id: passage, place };
  });
};

/** A document is led by one passage. */
const sayLeads = ([first, ...others]: readonly Named[], { say }: PackContext): void => {
  for (const { id, place } of others) {
    const related = first ? [{ place: first.place, text: 'the first one' }] : [];
    const text = `\`${id}\` is to lead this edition, which has a lead already`;
    say(error('lead-twice', place, text, { remedy: 'Keep one `lead`.', related }));
  }
};

const sayRaised = (slot: string, most: number, max: number, place: Place, { say }: PackContext): void => {
  const text = `\`max\` is ${max}; the template’s slot \`${slot}\` takes at most ${most}`;
  say(error('contradiction', place, text, { remedy: `Write ${most} or less, or leave it out.` }));
};

/** A passage stands in a document once. */
const readNamed = (
  { id, place }: Named,
  how: { readonly kinds: readonly string[]; readonly beside: readonly string[] },
  named: Map<string, Place>,
  { names, say }: PackContext,
): void => {
  names.use('passage', id, place, how);
  const first = named.get(id);
  named.set(id, first ?? place);
  if (!first) return;
  const related = [{ place: first, text: 'first named here' }];
  const text = `\`${id}\` is named in this edition already`;
  say(error('named-twice', place, text, { remedy: 'Keep it in one slot.', related }));
};
