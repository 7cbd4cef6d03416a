import { checkDefinition, type FormDefinition, isFormDefinition } from '@tongban/form-model';

/** What is chosen in a form: the form itself, a group, a field or column, or a fixed text where it stands. */
export type Target =
  | { readonly kind: 'form' }
  | { readonly kind: 'section'; readonly id: string }
  | { readonly kind: 'field'; readonly id: string }
  | { readonly kind: 'text'; readonly sectionId: string; readonly row: number; readonly cell: number };

/** Where something is put: a row of its own, a place within a row, or a column of a table; counted before the change. */
export type Spot =
  | { readonly kind: 'row'; readonly sectionId: string; readonly row: number }
  | { readonly kind: 'cell'; readonly sectionId: string; readonly row: number; readonly cell: number }
  | { readonly kind: 'column'; readonly tableId: string; readonly index: number };

/** What an edit came to: the form with what is chosen then, or why it was not made and what to do instead, in Chinese. */
export type Edited = { readonly definition: FormDefinition; readonly select?: Target } | { readonly refused: string };

export function refuse(refused: string): Edited {
  return { refused };
}

/** An edit that left a form of the right shape; rules that no longer hold are for the list of problems. */
export function edited(definition: FormDefinition | undefined, select?: Target): Edited {
  if (definition === undefined) return refuse('这里排不下：一行共 12 格，合并的单元格也占位置。请换一行，或者先把格子改窄。');
  if (!isFormDefinition(definition)) return refuse(checkDefinition(definition)[0]?.message ?? '这样改之后表单用不了。');
  return { definition, ...(select === undefined ? {} : { select }) };
}

/** Whether two targets are one and the same. */
export function isTarget(one: Target | undefined, other: Target): boolean {
  return one !== undefined && targetKey(one) === targetKey(other);
}

/** A target as one text, for keys and for finding it in a page. */
export function targetKey(target: Target): string {
  switch (target.kind) {
    case 'form': return 'form';
    case 'text': return `text ${target.sectionId} ${target.row} ${target.cell}`;
    default: return `${target.kind} ${target.id}`;
  }
}
