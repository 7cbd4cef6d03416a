import type { FormEnvironment } from '@tongban/form-renderer';
import type { FormDefinition } from '@tongban/form-model';
import type { Problem } from '@tongban/contract-kit';
import { Button, Card, Checkbox, RadioGroup, TextField } from '@tongban/ui';
import { useState, type SubmitEvent } from 'react';
import type { DeliveryMethod } from '@tongban/server/src/modules/cases/contract.ts';
import type { Draft } from '@tongban/server/src/modules/intake/contract.ts';
import { ShownForm } from '../../shared/form/ShownForm.tsx';
import { focusFirstFault } from '../../shared/layout/focus-first-fault.ts';
import type { DraftHandle } from './draft/useDraft.ts';
import { givenFor, sourceOf } from './material-state.ts';
import { Refusal } from './Refusal.tsx';
import { text } from './text.ts';

const t = text.review;

export interface Submission {
  delivery: { method: DeliveryMethod; address?: string };
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
export function ReviewStep({ draft, definition, environment, handle, problem, busy, onEdit, onSubmit }: {
  draft: Draft;
  definition: FormDefinition;
  environment: FormEnvironment;
  handle: DraftHandle;
  problem: Problem | undefined;
  busy: boolean;
  onEdit: (step: 'form' | 'materials') => void;
  onSubmit: (submission: Submission) => void;
}) {
  const [method, setMethod] = useState<Submission['delivery']['method']>('electronic');
  const [address, setAddress] = useState('');
  const [declared, setDeclared] = useState(false);
  const [tried, setTried] = useState(false);
  const addressFault = method === 'express' && address.trim().length < 5 ? t.needAddress : undefined;
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (declared && !addressFault && !busy) onSubmit({ delivery: method === 'express' ? { method, address: address.trim() } : { method } });
    else focusFirstFault(event.currentTarget);
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p>{t.lead}</p>
      {problem && <Refusal problem={problem} onEdit={onEdit} />}
      <Card title={t.form} aside={<Button onClick={() => onEdit('form')}>{t.edit}</Button>}>
        <ShownForm definition={definition} answers={handle.content.answers} environment={environment} />
      </Card>
      <Card title={t.materials} aside={<Button onClick={() => onEdit('materials')}>{t.edit}</Button>}><MaterialList draft={draft} handle={handle} /></Card>
      <Card>
        <div className="stack">
          <RadioGroup
            cards label={<span className="form-heading">{t.delivery}</span>} value={method} onChange={setMethod}
            options={draft.deliveryMethods.map((value) => ({ value, ...t.deliveries[value] }))}
          />
          {method === 'express' && (
            <TextField label={t.address} value={address} maxLength={300} autoComplete="street-address" error={tried ? addressFault : undefined} onChange={(event) => setAddress(event.target.value)} />
          )}
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
