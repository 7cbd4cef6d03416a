import type { ConditionPoint } from '@tongban/server/src/modules/catalog/contract.ts';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import type { Material } from './review-points.ts';

/** Something of a case that can be looked at in the middle. */
export type CaseDocument =
  | { kind: 'application'; id: 'application' }
  | { kind: 'condition'; id: string; condition: string; points: readonly ConditionPoint[] }
  | { kind: 'material'; id: string; material: Material }
  | { kind: 'notice'; id: string; noticeId: string; title: string }
  | { kind: 'licence'; id: string; licenceId: string; title: string }
  | { kind: 'special'; id: string; files: readonly { id: string; name: string }[]; title: string };

/** Everything to look at, in the order in which it is listed; conditions are there while there is something to tick on them. */
export function documentsOf(view: CaseView, conditionPoints: readonly ConditionPoint[]): CaseDocument[] {
  const current = view.materials.filter((material) => !material.superseded);
  const earlier = view.materials.filter((material) => material.superseded);
  return [
    { kind: 'application', id: 'application' },
    ...[...new Set(conditionPoints.map(({ condition }) => condition))].map((condition): CaseDocument =>
      ({ kind: 'condition', id: `condition/${condition}`, condition, points: conditionPoints.filter((point) => point.condition === condition) })),
    ...[...current, ...earlier].map((material): CaseDocument => ({ kind: 'material', id: material.id, material })),
    ...view.specialProcedures.filter(({ documents }) => documents.length > 0)
      .map((procedure): CaseDocument => ({ kind: 'special', id: procedure.id, files: procedure.documents, title: procedure.name })),
    ...view.notices.map((notice): CaseDocument => ({ kind: 'notice', id: notice.id, noticeId: notice.id, title: notice.title })),
    ...(view.licence ? [{ kind: 'licence', id: view.licence.id, licenceId: view.licence.id, title: view.licence.name } as const] : []),
  ];
}
