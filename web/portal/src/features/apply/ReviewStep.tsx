import type { FormEnvironment } from '@tongban/form-renderer';
import type { FormDefinition } from '@tongban/form-model';
import type { Problem } from '@tongban/contract-kit';
import { checkPostalAddress } from '@tongban/identifiers';
import { Button, Card, Checkbox } from '@tongban/ui';
import { useState, type SubmitEvent } from 'react';
import type { Draft, RequestedDelivery } from '@tongban/server/src/modules/intake/contract.ts';
import { ShownForm } from '../../shared/form/ShownForm.tsx';
import { focusFirstFault } from '../../shared/layout/focus-first-fault.ts';
import { DeliveryChoice } from './delivery/DeliveryChoice.tsx';
import type { DeliveryHandle } from './delivery/use-delivery.ts';
import type { DraftHandle } from './draft/useDraft.ts';
import { givenFor, sourceOf } from './material-state.ts';
import { PreCheckCard } from './PreCheckCard.tsx';
import { QuestionList } from './recognition/QuestionList.tsx';
import { useReadings } from './recognition/use-readings.ts';
import { Refusal } from './Refusal.tsx';
import { text } from './text.ts';

const t = text.review;

export interface Submission {
  delivery: RequestedDelivery;
}

function MaterialList({ draft, handle }: { draft: Draft; handle: DraftHandle }) {
  return (
    <ul className="review-list">
      {draft.materials.map((slot) => {
        const source = sourceOf(slot, handle.content);
        const files = givenFor(slot, handle.content).files;
        return (
          <li key={slot.material.key}>
            <span>{slot.material.name}</span>
            <span className="muted">{source === 'upload' ? `${t.source.upload(files.length)}：${files.map((file) => file.name).join('、')}` : t.source[source]}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** The last step: everything once more, how the result should come, the declaration, one submission. */
export function ReviewStep({ draft, definition, environment, handle, delivery, problem, busy, onEdit, onSubmit }: {
  draft: Draft;
  definition: FormDefinition;
  environment: FormEnvironment;
  handle: DraftHandle;
  delivery: DeliveryHandle;
  problem: Problem | undefined;
  busy: boolean;
  onEdit: (step: 'form' | 'materials') => void;
  onSubmit: (submission: Submission) => void;
}) {
  const [declared, setDeclared] = useState(false);
  const [tried, setTried] = useState(false);
  const recognition = useReadings(draft, handle);
  const { method, postalAddress } = delivery.typed;
  const outcome = method === 'express' ? checkPostalAddress(postalAddress) : undefined;
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (declared && outcome?.ok !== false && !busy) onSubmit({ delivery: outcome ? { method, postalAddress: outcome.normalized } : { method } });
    else focusFirstFault(event.currentTarget);
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p>{t.lead}</p>
      {problem ? <Refusal problem={problem} onEdit={onEdit} /> : <PreCheckCard draft={draft} handle={handle} onEdit={onEdit} />}
      <QuestionList handle={recognition} onForm={() => onEdit('form')} onMaterial={() => onEdit('materials')} />
      <Card title={t.form} aside={<Button onClick={() => onEdit('form')}>{t.edit}</Button>}>
        <ShownForm definition={definition} answers={handle.content.answers} environment={environment} />
      </Card>
      <Card title={t.materials} aside={<Button onClick={() => onEdit('materials')}>{t.edit}</Button>}><MaterialList draft={draft} handle={handle} /></Card>
      <Card>
        <div className="stack">
          <DeliveryChoice methods={draft.deliveryMethods} delivery={delivery} outcome={tried ? outcome : undefined} />
          <Checkbox checked={declared} onChange={setDeclared} error={tried && !declared ? t.needDeclare : undefined}>{t.declare}</Checkbox>
        </div>
      </Card>
      <div className="tb-button-row">
        <Button size="large" onClick={() => onEdit('materials')}>{text.back}</Button>
        <Button type="submit" variant="primary" size="large" busy={busy}>{busy ? t.submitting : t.submit}</Button>
      </div>
    </form>
  );
}
