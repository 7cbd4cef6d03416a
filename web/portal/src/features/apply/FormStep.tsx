import { FormRenderer, type FormEnvironment } from '@tongban/form-renderer';
import { validateForm, type FormDefinition, type FormIssue } from '@tongban/form-model';
import { Button, Card, Notice } from '@tongban/ui';
import { useState } from 'react';
import type { DraftHandle } from './draft/useDraft.ts';
import { PrefillPanel } from './prefill/PrefillPanel.tsx';
import type { PrefillHandle } from './prefill/use-prefill.ts';
import { text } from './text.ts';

/** The first step: the form, checked as it will be at submission before the next step. */
export function FormStep({ prefill, definition, environment, handle, refused, onNext, onLeave }: {
  prefill: PrefillHandle;
  definition: FormDefinition;
  environment: FormEnvironment;
  handle: DraftHandle;
  /** What the server refused at the last submission. */
  refused: readonly FormIssue[];
  onNext: () => void;
  onLeave: () => void;
}) {
  const [attempts, setAttempts] = useState(refused.length > 0 ? 1 : 0);
  const { answers } = handle.content;
  const own = attempts > 0 ? validateForm(definition, answers, { ...environment, mode: 'submit' }).issues : [];
  const known = new Set(own.map((issue) => issue.path));
  const issues = attempts > 0 ? [...own, ...refused.filter((issue) => !known.has(issue.path))] : [];
  function next() {
    if (validateForm(definition, answers, { ...environment, mode: 'submit' }).ok) onNext();
    else setAttempts(attempts + 1);
  }
  return (
    <div className="stack">
      {Object.keys(prefill.prefilled).length > 0 && <Notice tone="success">{text.prefilled}</Notice>}
      <PrefillPanel handle={prefill} />
      <Card>
        <FormRenderer
          definition={definition} answers={answers} environment={environment} issues={issues} submitCount={attempts}
          onChange={(changed) => handle.change({ answers: changed })}
        />
      </Card>
      <div className="tb-button-row">
        <Button variant="primary" size="large" onClick={next}>{text.next}</Button>
        <Button size="large" onClick={onLeave}>{text.later}</Button>
      </div>
    </div>
  );
}
