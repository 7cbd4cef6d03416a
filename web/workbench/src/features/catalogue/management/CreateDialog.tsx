import { useQuery } from '@tanstack/react-query';
import { listOrganizations } from '@tongban/server/src/kernel/organization/contract.ts';
import { createFromTemplate, createItem, listTemplates } from '@tongban/server/src/modules/catalog/contract.ts';
import { App, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { links } from '../../../shared/links.ts';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useEntries } from '../../../shared/use-dictionary.ts';
import { text } from '../text.ts';
import { blankElements } from './blank-elements.ts';

const words = text.creating;

/** A new item, from a template of its type or from nothing (CAT-10); its content is filled on the next page. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [typed, setTyped] = useState({ taskType: '01', template: '', name: '', code: '' });
  const [department, setDepartment] = useState<{ id: string; name: string }>();
  const change = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }));
  const types = useEntries('task-type');
  const templates = useQuery({ queryKey: [listTemplates.id, typed.taskType], queryFn: () => api.call(listTemplates, { query: { taskType: typed.taskType } }) }).data?.templates ?? [];
  const organizations = useQuery({ queryKey: [listOrganizations.id, 'picker'], staleTime: 300_000, queryFn: () => api.call(listOrganizations, { query: {} }) });
  const blank = useAction(createItem);
  const templated = useAction(createFromTemplate);
  const [name, localTaskCode] = [typed.name.trim(), typed.code.trim()];
  const done = ({ versionId }: { versionId: string }) => {
    void message.success(words.created);
    void navigate(links.catalogueEdit(versionId));
  };
  const missing = useMissing({
    'create-name': name === '' && sharedText.missing.write(words.name),
    'create-code': localTaskCode === '' && sharedText.missing.write(words.code),
    'create-department': !department && sharedText.missing.choose(words.department),
  });
  const create = () => {
    if (!missing.check() || !department) return;
    if (typed.template !== '') {
      void templated.run({ body: { templateVersionId: typed.template, name, localTaskCode, organizationId: department.id } }, done);
      return;
    }
    const regionCode = organizations.data?.items.find(({ id }) => id === department.id)?.regionCode ?? blankElements.regionCode;
    void blank.run({ body: { elements: { ...blankElements, name, localTaskCode, taskType: typed.taskType, organizationId: department.id, departmentName: department.name, regionCode } } }, done);
  };
  return (
    <Modal
      open
      title={words.title}
      okText={words.create}
      confirmLoading={blank.busy || templated.busy}
      onCancel={onClose}
      onOk={create}
      mask={{ closable: false }}
    >
      <ProblemAlert problem={blank.problem ?? templated.problem} />
      <div className="dialog-form">
        <label htmlFor="create-type">{words.type}</label>
        <Select id="create-type" value={typed.taskType} options={types} onChange={(taskType: string) => change({ taskType, template: '' })} />
        <label htmlFor="create-template">{words.template}</label>
        <Select
          id="create-template"
          value={typed.template}
          options={[{ value: '', label: words.blank }, ...templates.map((one) => ({ value: one.versionId, label: `${one.name}（${one.departmentName}）` }))]}
          onChange={(template: string) => change({ template })}
        />
        <label htmlFor="create-name">{words.name}</label>
        <Input id="create-name" maxLength={200} value={typed.name} onChange={({ target }) => change({ name: target.value })} />
        <Lack text={missing.of('create-name')} />
        <label htmlFor="create-code">{words.code}</label>
        <Input id="create-code" maxLength={100} value={typed.code} onChange={({ target }) => change({ code: target.value })} />
        <Lack text={missing.of('create-code')} />
        <label htmlFor="create-department">{words.department}</label>
        <OrganizationPicker id="create-department" value={department?.id} name={department?.name} onChange={setDepartment} />
        <Lack text={missing.of('create-department')} />
      </div>
    </Modal>
  );
}
