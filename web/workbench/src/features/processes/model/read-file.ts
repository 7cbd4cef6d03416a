import { mostXml } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { text } from '../text.ts';
import { judge, type Judgement } from './check.ts';

export type ReadFile = { readonly ok: true; readonly xml: string; readonly judgement: Judgement } | { readonly ok: false; readonly reason: string };

/** Reads a .bpmn file as a diagram that may be drawn on; one that cannot be shown is refused, one with faults is not. */
export async function readBpmnFile(file: Pick<File, 'size' | 'text'>): Promise<ReadFile> {
  // A character is at most four bytes.
  const xml = file.size > mostXml * 4 ? '' : await file.text();
  if (xml === '' || xml.length > mostXml) return { ok: false, reason: text.file.tooLarge };
  const judgement = await judge(xml);
  const unreadable = judgement.problems.find(({ code }) => code === 'invalid-xml' || code === 'no-process' || code === 'several-processes');
  if (unreadable) return { ok: false, reason: `${text.file.notBpmn}${unreadable.message}` };
  if (!/<(\w+:)?BPMNShape\b/.test(xml)) return { ok: false, reason: text.file.noDrawing };
  return { ok: true, xml, judgement };
}
