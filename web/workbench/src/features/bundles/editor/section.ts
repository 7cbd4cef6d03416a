import type { BundleContent, BundleFinding, BundleParts } from '@tongban/server/src/modules/bundles/contract.ts';
import type { Discussion } from '../../../shared/review/use-discussion.ts';

/** What every section of the editor is given. */
export interface SectionProps {
  content: BundleContent;
  /** What the server derives from the last saved content; undefined until it is here. */
  parts: BundleParts | undefined;
  findings: readonly BundleFinding[];
  discussion: Discussion;
  disabled: boolean;
  /** `part` names what is typed in: going on in it is one step to undo. */
  change: (next: BundleContent, part: string) => void;
}

export const sectionNames = ['basic', 'questions', 'items', 'form', 'materials', 'checks', 'preview', 'review', 'versions'] as const;
export type SectionName = (typeof sectionNames)[number];

/** The section in which a place is. */
export function sectionOf(path: string): SectionName {
  const [root] = path.split('.');
  switch (root) {
    case 'items': return 'items';
    case 'questions': return 'questions';
    case 'fields': case 'sharedFields': case 'separateFields': return 'form';
    case 'materials': case 'sharedMaterials': return 'materials';
    default: return 'basic';
  }
}

/** Findings at a place or below it. */
export function findingsAt(findings: readonly BundleFinding[], path: string): BundleFinding[] {
  return findings.filter((finding) => finding.path === path || finding.path.startsWith(`${path}.`));
}
