import countersign from './templates/countersign.bpmn?raw';
import immediate from './templates/immediate.bpmn?raw';
import parallelReview from './templates/parallel-review.bpmn?raw';
import reviewAndCheck from './templates/review-and-check.bpmn?raw';
import specialProcedure from './templates/special-procedure.bpmn?raw';
import threeLevelReview from './templates/three-level-review.bpmn?raw';

/** The usual shapes of handling that a new process may begin from; names and steps are in the locale. */
export const templates = {
  'immediate': immediate, 'review-and-check': reviewAndCheck, 'parallel-review': parallelReview,
  'three-level-review': threeLevelReview, 'special-procedure': specialProcedure, 'countersign': countersign,
} as const;

export type TemplateKey = keyof typeof templates;
export const templateKeys = Object.keys(templates) as TemplateKey[];

const named = /(<(?:\w+:)?process\b[^>]*?\bname=")[^"]*(")/;

/** A diagram under another name. */
export function renameProcess(xml: string, name: string): string {
  const written = name.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  return xml.replace(named, (_whole, before: string, after: string) => `${before}${written}${after}`);
}
