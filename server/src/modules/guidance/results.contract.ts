import { Id, Nullable, Text, Type, type Static } from '@tongban/contract-kit';
import { ApplicationMaterial, Question } from '../catalog/contract.ts';

/** One chosen option. */
export const GivenAnswer = Type.Object({ question: Text(60, { minLength: 1 }), option: Text(60, { minLength: 1 }) });
export type GivenAnswer = Static<typeof GivenAnswer>;

/** A material that the answers lead to; `reason` names the answer it is needed for, empty when always needed. */
export const NeededMaterial = Type.Object({ material: ApplicationMaterial, reason: Nullable(Type.String()) });
export type NeededMaterial = Static<typeof NeededMaterial>;

/**
 * Where a person stands in the questions. While `complete` is false `nextQuestion` is to be asked and the rest is
 * provisional; when true `situation`, `materials` and `formKey` are what an application will need.
 */
export const GuidanceResult = Type.Object({
  itemId: Id,
  versionId: Id,
  complete: Type.Boolean(),
  /** The given answers that still count, in the order of the questions; answers to questions no longer asked are left out. */
  answers: Type.Array(GivenAnswer),
  /** Questions answered so far and the most that may follow. */
  progress: Type.Object({ answered: Type.Integer(), remainingAtMost: Type.Integer() }),
  nextQuestion: Nullable(Question),
  situation: Nullable(Type.Object({
    key: Type.String(), name: Type.String(), refused: Type.Boolean(),
    /** 业务办理项 that is applied for instead of the item itself. */
    handlingItemId: Type.Optional(Id),
  })),
  materials: Type.Array(NeededMaterial),
  formKey: Nullable(Type.String()),
  notes: Type.Array(Type.String()),
});
export type GuidanceResult = Static<typeof GuidanceResult>;
