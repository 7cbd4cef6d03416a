import { parametersOf, type FormAnswers } from '@tongban/form-model';
import { FormRenderer } from '@tongban/form-renderer';
import '@tongban/form-renderer/styles.css';
import { downloadVersionFile, type ItemForm } from '@tongban/server/src/modules/catalog/contract.ts';
import type { GivenAnswer } from '@tongban/server/src/modules/guidance/contract.ts';
import { Modal } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { plainApi } from '../../../shared/api.ts';
import { definitionOf } from '../../../shared/form/definition.ts';
import { useFormEnvironment } from '../../../shared/form/use-form-environment.ts';
import { text } from '../text.ts';

/** The form that an applicant gets after these answers, to be tried; nothing is kept. */
export function FormPreview({ form, answers, versionId, onClose }: { form: ItemForm; answers: readonly GivenAnswer[]; versionId: string; onClose: () => void }) {
  const definition = useMemo(() => definitionOf(form.definition), [form.definition]);
  const parameters = useMemo(() => parametersOf(answers), [answers]);
  const fileUrl = useCallback((fileId: string) => plainApi.url(downloadVersionFile, { params: { versionId, fileId } }), [versionId]);
  const environment = useFormEnvironment({ definition, parameters, fileUrl });
  const [typed, setTyped] = useState<FormAnswers>({});
  return (
    <Modal open title={form.name} width={960} footer={null} onCancel={onClose}>
      <p className="faint small">{text.guiding.walk.formLead}</p>
      <FormRenderer definition={definition} answers={typed} environment={environment} headingLevel={3} onChange={setTyped} />
    </Modal>
  );
}
