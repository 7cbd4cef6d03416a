import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { reviewBody } from '../../kernel/reviews/contract.ts';
import { MaterialName } from './library.contract.ts';

/** draft 草稿 → in-review 审核中 → active 生效 → ended 已终止. */
export const substitutionStates = ['draft', 'in-review', 'active', 'ended'] as const;
export const SubstitutionState = Code(substitutionStates);
export type SubstitutionState = Static<typeof SubstitutionState>;

export const holderKinds = ['person', 'company', 'any'] as const;
export type HolderKind = (typeof holderKinds)[number];

/** 材料关系: on which conditions a licence stands for the material. */
export const SubstitutionTerms = Type.Object({
  /** Code of the licence catalogue. */
  licenceTypeCode: Text(60, { minLength: 1 }),
  holderKind: Code(holderKinds),
  /** Days of validity that the licence must still have when it is used; 0 when in force is enough. */
  minimumDaysLeft: Type.Integer({ minimum: 0, maximum: 3650 }),
  /** Region that the licence must have been issued in, with what is below it; anywhere when absent. */
  issuedWithin: Type.Optional(Text(12, { pattern: '^\\d{12}$' })),
  legalBasis: Text(1000, { minLength: 5 }),
  explanation: Type.Optional(Text(500)),
});
export type SubstitutionTerms = Static<typeof SubstitutionTerms>;

export const Substitution = Type.Object({
  id: Id,
  material: MaterialName,
  licenceTypeName: Type.String(),
  terms: SubstitutionTerms,
  /** The conditions as people read them; null when there are none. */
  conditions: Nullable(Type.String()),
  state: SubstitutionState,
  revision: Type.Integer(),
  replacesId: Nullable(Id),
  itemCount: Type.Integer(),
  proposedByName: Type.String(),
  reviewedByName: Nullable(Type.String()),
  reviewOpinion: Nullable(Type.String()),
  effectiveAt: Nullable(DateTime),
  endedAt: Nullable(DateTime),
  endReason: Nullable(Type.String()),
  updatedAt: DateTime,
  abilities: Type.Object({ edit: Type.Boolean(), submit: Type.Boolean(), review: Type.Boolean(), replace: Type.Boolean(), end: Type.Boolean() }),
});
export type Substitution = Static<typeof Substitution>;

const params = Type.Object({ substitutionId: Id });
const revision = Type.Object({ revision: Type.Integer() });

export const listSubstitutions = defineOperation({
  id: 'materials.list-substitutions', method: 'GET', path: '/api/v1/material-substitutions', permission: 'materials.material.view',
  summary: '材料替代规则：哪种证照可以代替哪个材料',
  query: Type.Object({ ...PageQuery.properties, state: Type.Optional(SubstitutionState), materialId: Type.Optional(Id), licenceTypeCode: Type.Optional(Text(60)) }),
  response: PageOf(Substitution),
});

export const proposeSubstitution = defineOperation({
  id: 'materials.propose-substitution', method: 'POST', path: '/api/v1/material-substitutions', permission: 'materials.substitution.edit',
  summary: '起草替代规则；修改生效的规则时写明替换哪一条', status: 201, idempotent: true,
  body: Type.Object({ materialId: Id, terms: SubstitutionTerms, replacesId: Type.Optional(Id) }), response: Substitution,
});

export const editSubstitution = defineOperation({
  id: 'materials.edit-substitution', method: 'PUT', path: '/api/v1/material-substitutions/:substitutionId', permission: 'materials.substitution.edit',
  summary: '修改草稿', params, body: Type.Object({ ...revision.properties, terms: SubstitutionTerms }), response: Substitution,
});

export const submitSubstitution = defineOperation({
  id: 'materials.submit-substitution', method: 'POST', path: '/api/v1/material-substitutions/:substitutionId/submit', permission: 'materials.substitution.edit',
  summary: '提交审核', params, body: revision, response: Substitution,
});

export const reviewSubstitution = defineOperation({
  id: 'materials.review-substitution', method: 'POST', path: '/api/v1/material-substitutions/:substitutionId/review',
  permission: 'materials.substitution.review', summary: '审核：通过即生效，或退回修改；起草人不能审核自己的规则', params,
  body: Type.Object({ ...revision.properties, ...reviewBody }), response: Substitution,
});

export const endSubstitution = defineOperation({
  id: 'materials.end-substitution', method: 'POST', path: '/api/v1/material-substitutions/:substitutionId/end', permission: 'materials.substitution.edit',
  summary: '终止规则或作废草稿；已提交的办件按提交时的规则继续', params, body: Type.Object({ ...revision.properties, reason: Text(500, { minLength: 2 }) }),
  response: Substitution,
});
