import { readFile } from 'node:fs/promises';
import type { SeedProcess } from './seed-types.ts';

/**
 * Process models shared by the items. They rely on these variables, which a case gives its process: `departments`
 * `{acceptance, lead, decision: organisation ids, joint: list of ids}` and `flags` (marks of the situation, such as
 * `site-inspection`).
 */
export const seedProcesses: readonly SeedProcess[] = [
  { key: 'immediate', version: 1, name: '即办件', file: 'immediate.bpmn' },
  { key: 'review-and-check', version: 1, name: '一审一核', file: 'review-and-check.bpmn' },
  { key: 'joint-review', version: 1, name: '多部门并联审查', file: 'joint-review.bpmn' },
  { key: 'review-with-inspection', version: 1, name: '书面审查与现场核查', file: 'review-with-inspection.bpmn' },
  { key: 'inspection-record', version: 1, name: '书面审查、现场核查并填写记录', file: 'inspection-record.bpmn' },
];

/** The BPMN text of a process. */
export function readProcessXml({ file }: SeedProcess): Promise<string> {
  return readFile(new URL(`processes/${file}`, import.meta.url), 'utf8');
}
