import { Code, Id, Text, Type, type Static } from '@tongban/contract-kit';
import { AnswerCondition, audiences, LocalKey, Question } from '../catalog/contract.ts';

/** The answer that an item's own guiding question takes in the bundle, when every condition on the bundle's answers holds. */
export const GivenItemAnswer = Type.Object({
  question: LocalKey, option: LocalKey, when: Type.Array(AnswerCondition, { maxItems: 10 }),
});
export type GivenItemAnswer = Static<typeof GivenItemAnswer>;

/** One item of a bundle. */
export const BundleItem = Type.Object({
  key: LocalKey,
  itemId: Id,
  /** Name as last read; the published version's name is shown. */
  name: Text(200, { minLength: 1 }),
  /** Part of the bundle only when every condition on the bundle's answers holds; always when empty. */
  when: Type.Array(AnswerCondition, { maxItems: 10 }),
  /** Items whose result this one needs; items that wait for nothing common are handled at the same time. */
  dependsOn: Type.Array(LocalKey, { maxItems: 20 }),
  answers: Type.Array(GivenItemAnswer, { maxItems: 60 }),
});
export type BundleItem = Static<typeof BundleItem>;

const PartRef = (name: string) => Type.Object({ item: LocalKey, key: Text(64, { minLength: 1, description: name }) });

/** Fields of different items that ask the same; asked once under this label. Unfinished ones are kept and told by the checks. */
export const SharedField = Type.Object({ label: Text(120), fields: Type.Array(PartRef('field id'), { maxItems: 30 }) });
export type SharedField = Static<typeof SharedField>;

/** Materials of different items that are the same; asked for once under this name. */
export const SharedMaterial = Type.Object({ name: Text(200), materials: Type.Array(PartRef('material key'), { maxItems: 30 }) });
export type SharedMaterial = Static<typeof SharedMaterial>;

/** 一件事 as configured: one questionnaire, its items, and what is one form and one set of materials beyond what follows by itself. */
export const BundleContent = Type.Object({
  summary: Type.Optional(Text(500)),
  audience: Code(audiences),
  /** Codes of `person-life-stage` or `company-life-stage`. */
  lifeStages: Type.Array(Text(20), { maxItems: 10 }),
  questions: Type.Array(Question, { maxItems: 40 }),
  items: Type.Array(BundleItem, { maxItems: 30 }),
  sharedFields: Type.Array(SharedField, { maxItems: 200 }),
  /** Fields that carry the same data element and are asked for each item all the same, e.g. two addresses. */
  separateFields: Type.Array(PartRef('field id'), { maxItems: 200 }),
  sharedMaterials: Type.Array(SharedMaterial, { maxItems: 100 }),
  /** Working days promised for the whole; the critical path when absent. */
  promisedDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 3650 })),
  notes: Type.Array(Text(500), { maxItems: 20 }),
  consultationTelephone: Type.Optional(Text(40)),
  supervisionTelephone: Type.Optional(Text(40)),
});
export type BundleContent = Static<typeof BundleContent>;
