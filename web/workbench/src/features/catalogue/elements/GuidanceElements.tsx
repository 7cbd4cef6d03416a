import type { ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';

/** Questions with their options, and the situations they lead to. */
export function GuidanceElements({ elements: { questionnaire } }: { elements: ItemElements }) {
  if (!questionnaire) return null;
  return (
    <div className="guidance-elements">
      <ol className="numbered">
        {questionnaire.questions.map((question) => (
          <li key={question.key}>
            <b>{question.text}</b>
            <p className="muted">{question.options.map((option) => option.text).join('　／　')}</p>
          </li>
        ))}
      </ol>
      <ul className="dots">
        {questionnaire.situations.map((situation) => (
          <li key={situation.key}>
            <b>{situation.name}</b>
            {situation.notes.map((note) => (
              <p key={note} className="muted">
                {note}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
