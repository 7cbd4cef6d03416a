import type { FormAnswers, FormDefinition } from '@tongban/form-model';
import { FormRenderer, PaperForm, type FormEnvironment } from '@tongban/form-renderer';
import '@tongban/form-renderer/styles.css';
import { useMediaQuery } from '../use-media-query.ts';

/** A form to read: as the paper it stands for, and on a phone, too narrow for paper, one answer below the other. */
export function ShownForm({ definition, answers, environment, reference }:
  { definition: FormDefinition; answers: FormAnswers; environment: FormEnvironment; reference?: string }) {
  const narrow = useMediaQuery('(max-width: 640px)');
  // Where an answer came from matters while it is filled in.
  const { filled: _filled, ...plain } = environment;
  if (narrow) return <FormRenderer definition={definition} answers={answers} environment={plain} readOnly headingLevel={3} onChange={() => undefined} />;
  return (
    <div className="paper" role="region" aria-label={definition.title} tabIndex={0}>
      <PaperForm definition={definition} answers={answers} environment={environment} {...(reference === undefined ? {} : { reference })} />
    </div>
  );
}
