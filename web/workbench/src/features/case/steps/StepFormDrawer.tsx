import { useQueryClient } from '@tanstack/react-query';
import type { FormAnswers, FormIssue } from '@tongban/form-model';
import { listFields } from '@tongban/form-model';
import { FormRenderer } from '@tongban/form-renderer';
import '@tongban/form-renderer/styles.css';
import { downloadCaseFile, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { getStepWork, saveStepForm, type StepFormView } from '@tongban/server/src/modules/cases/steps.contract.ts';
import { App, Button, Drawer } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { api } from '../../../shared/api.ts';
import { definitionOf } from '../../../shared/form/definition.ts';
import { useFormEnvironment } from '../../../shared/form/use-form-environment.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.steps;

interface StepFormDrawerProps {
  view: CaseView;
  form: StepFormView;
  /** The reader's own task that writes it; without one it is only read. */
  taskId: string | undefined;
  onClose: () => void;
  onSaved: () => void;
}

/** The form of a step: what may be written is written, what may be read stands locked; what is hidden is not here at all. */
export function StepFormDrawer({ view, form, taskId, onClose, onSaved }: StepFormDrawerProps) {
  const definition = useMemo(() => definitionOf(form.definition), [form.definition]);
  const writes = taskId !== undefined && form.writable.length > 0;
  const [answers, setAnswers, forget] = useTyped<FormAnswers>(`case.${view.id}.step-form.${form.key}.${form.revision}`, form.answers);
  const [tries, setTries] = useState(0);
  const save = useAction(saveStepForm);
  const client = useQueryClient();
  const { message } = App.useApp();
  const fileUrl = useCallback((fileId: string) => api.url(downloadCaseFile, { params: { caseId: view.id, fileId } }), [view.id]);
  const environment = useFormEnvironment({ definition, parameters: form.parameters, masked: form.masked, fileUrl });
  const issues = issuesOf(save.problem?.issues ?? [], definition);
  const send = () => {
    const own = Object.fromEntries(Object.entries(answers).filter(([id]) => form.writable.includes(id)));
    setTries((count) => count + 1);
    void save.run({ params: { caseId: view.id, taskId: taskId ?? '' }, body: { revision: form.revision, answers: own } }, () => {
      forget();
      void message.success(words.savedNow);
      void client.invalidateQueries({ queryKey: [getStepWork.id, view.id] });
      onSaved();
      onClose();
    });
  };
  return (
    <Drawer
      open size="min(92vw, 60rem)" title={`${form.name}　${view.number}`} onClose={onClose}
      extra={writes ? <Button type="primary" loading={save.busy} onClick={send}>{words.save}</Button> : null}
    >
      {writes ? <p className="muted small">{words.formLead}</p> : null}
      <ProblemAlert problem={save.problem} labels={Object.fromEntries(listFields(definition).map(({ id, label }) => [id, label]))} onClose={save.clear} />
      <FormRenderer definition={definition} answers={writes ? answers : form.answers} onChange={setAnswers} issues={issues} submitCount={tries} readOnly={!writes} environment={environment} headingLevel={3} />
    </Drawer>
  );
}

/** What the server says of single fields, as the form shows it. */
function issuesOf(issues: readonly { path: string; code: string; message: string }[], definition: Parameters<typeof listFields>[0]): FormIssue[] {
  const labels = new Map(listFields(definition).map(({ id, label }) => [id, label]));
  return issues.map(({ path, code, message }) => {
    const fieldId = path.split(/[.[]/)[0] ?? path;
    return { path, fieldId, code, message, label: labels.get(fieldId) ?? path };
  });
}
