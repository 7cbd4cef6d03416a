import type { FormAnswers } from '@tongban/form-model';
import { FormRenderer } from '@tongban/form-renderer';
import '@tongban/form-renderer/styles.css';
import { isMembers } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { definitionOf } from '../../../shared/form/definition.ts';
import { useFormEnvironment } from '../../../shared/form/use-form-environment.ts';
import { text } from '../text.ts';

const noFile = () => '';

/** The one form as a citizen gets it; what is typed here is tried out and kept nowhere. */
export function PreviewForm({ definition: json }: { definition: unknown }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p><Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? text.preview.hideForm : text.preview.showForm}</Button></p>
      {open && isMembers(json) ? <TriedForm json={json} /> : null}
    </>
  );
}

function TriedForm({ json }: { json: Record<string, unknown> }) {
  const definition = useMemo(() => definitionOf(json), [json]);
  const environment = useFormEnvironment({ definition, fileUrl: noFile });
  const [answers, setAnswers] = useState<FormAnswers>({});
  return <div className="bundle-form"><FormRenderer definition={definition} answers={answers} environment={environment} issues={[]} submitCount={0} headingLevel={4} onChange={setAnswers} /></div>;
}
