import { applicantKindLabels, templateStepLabels, type TemplateSummary } from '@tongban/server/src/modules/templates/contract.ts';
import { text } from '../text.ts';

/** What a template is for, in words: `全部办件`, or the item, kind of applicant and step. */
export function scopeWords({ family, item, applicantKind, step }: Pick<TemplateSummary, 'family' | 'item' | 'applicantKind' | 'step'>): string {
  const parts = [...(item ? [item.name] : []), ...(applicantKind === null ? [] : [applicantKindLabels[applicantKind]]), ...(step === null ? [] : [templateStepLabels[step]])];
  return parts.length === 0 ? text.list.all[family] : parts.join(' · ');
}
