import type { ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';

/** The elements the editor offers, as typed; lists of lines as one text. */
export interface EditableElements {
  name: string;
  summary: string;
  aliases: string;
  conditions: string;
  legalDays: number | null;
  promisedDays: number | null;
  visitCount: number | null;
  visitReason: string;
  consultationTelephone: string;
  supervisionTelephone: string;
  reconsideration: string;
  litigation: string;
  faqs: readonly { question: string; answer: string }[];
}

/** The typed form of a version's elements. */
export function editableOf(elements: ItemElements): EditableElements {
  return {
    name: elements.name,
    summary: elements.summary ?? '',
    aliases: elements.aliases.join('\n'),
    conditions: elements.conditions.join('\n'),
    legalDays: elements.legalLimit?.days ?? null,
    promisedDays: elements.promisedLimit?.days ?? null,
    visitCount: elements.visitCount ?? null,
    visitReason: elements.visitReason ?? '',
    consultationTelephone: elements.consultationTelephone ?? '',
    supervisionTelephone: elements.supervisionTelephone ?? '',
    reconsideration: elements.reconsideration ?? '',
    litigation: elements.litigation ?? '',
    faqs: elements.faqs,
  };
}

/** The elements with what was typed; an emptied optional element is left out, everything the editor does not show stays. */
export function applyEdit(elements: ItemElements, typed: EditableElements): ItemElements {
  const optional: Partial<ItemElements> = {};
  const texts = ['summary', 'visitReason', 'consultationTelephone', 'supervisionTelephone', 'reconsideration', 'litigation'] as const;
  for (const name of texts) if (typed[name].trim()) optional[name] = typed[name].trim();
  if (typed.visitCount !== null) optional.visitCount = typed.visitCount;
  if (typed.legalDays !== null) optional.legalLimit = { unit: 'working-day', ...elements.legalLimit, days: typed.legalDays };
  if (typed.promisedDays !== null) optional.promisedLimit = { unit: 'working-day', ...elements.promisedLimit, days: typed.promisedDays };
  const {
    summary: _summary,
    visitReason: _reason,
    consultationTelephone: _consult,
    supervisionTelephone: _supervise,
    reconsideration: _reconsideration,
    litigation: _litigation,
    visitCount: _visits,
    legalLimit: _legal,
    promisedLimit: _promised,
    ...kept
  } = elements;
  return {
    ...kept,
    ...optional,
    name: typed.name.trim(),
    aliases: linesOf(typed.aliases),
    conditions: linesOf(typed.conditions),
    faqs: typed.faqs
      .map((faq) => ({ question: faq.question.trim(), answer: faq.answer.trim() }))
      .filter((faq) => faq.question !== '' && faq.answer !== ''),
  };
}

function linesOf(typed: string): string[] {
  return [
    ...new Set(
      typed
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
}
