import { Code, Type, type Static } from '@tongban/contract-kit';

/** One fault of a questionnaire found when it is configured (GDE-02). */
export const QuestionnaireFault = Type.Object({
  code: Code([
    'duplicate-key', 'unknown-question', 'unknown-option', 'later-question', 'never-asked', 'overlapping', 'dead-end', 'never-reached',
    'unknown-form', 'unknown-situation', 'unworded', 'repeated-option', 'no-form', 'no-material', 'too-many-paths',
  ] as const),
  /** Names the question, option, situation or material: `questions.kind.options.new`, `situations.new`, `materials.plan`. */
  path: Type.String(),
  message: Type.String(),
  /** Answers that lead there, in the order of the questions, where it depends on answers. */
  answers: Type.Optional(Type.Array(Type.Object({ question: Type.String(), option: Type.String() }))),
});
export type QuestionnaireFault = Static<typeof QuestionnaireFault>;
