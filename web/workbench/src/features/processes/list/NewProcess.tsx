import { createProcess } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { Alert, Button, Input, Modal, Radio } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { links } from '../../../shared/links.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as shared } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { readBpmnFile, type ReadFile } from '../model/read-file.ts';
import { useRefresh } from '../refresh.ts';
import { renameProcess, templateKeys, templates, type TemplateKey } from '../templates.ts';
import { text } from '../text.ts';

const words = text.create;
const nothing: { name: string; key: string; start: TemplateKey | 'file' } = { name: '', key: '', start: 'review-and-check' };

/** A new process: from a usual shape of handling, or from a file. */
export function NewProcess({ onClose }: { onClose: () => void }) {
  const [typed, setTyped, forget] = useTyped('processes.new', nothing);
  const [file, setFile] = useState<{ name: string; read: ReadFile }>();
  const create = useAction(createProcess);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const change = (part: Partial<typeof nothing>) => setTyped((before) => ({ ...before, ...part }));
  const missing = useMissing({
    'process-name': typed.name.trim().length < 2 && shared.missing.atLeast(words.name, 2),
    'process-key': typed.key.length < 2 || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(typed.key) ? words.badKey : false,
    'process-file': typed.start === 'file' && file?.read.ok !== true && words.needFile,
  });
  const send = () => {
    if (!missing.check()) return;
    const source = typed.start === 'file' ? (file?.read.ok ? file.read.xml : '') : templates[typed.start];
    void create.run({ body: { key: typed.key, xml: renameProcess(source, typed.name.trim()) } }, ({ draftId }) => {
      forget();
      refresh();
      void navigate(links.processDraft(draftId));
    });
  };
  return (
    <Modal open title={words.title} okText={words.create} cancelText={text.cancel} confirmLoading={create.busy} onOk={send} onCancel={onClose} width={640} afterOpenChange={(open) => { if (open) document.getElementById('process-name')?.focus(); }}>
      <div className="process-form">
        <ProblemAlert problem={create.problem} />
        <label htmlFor="process-name">{words.name}</label>
        <Input id="process-name" maxLength={100} value={typed.name} placeholder={words.nameHelp} onChange={({ target }) => change({ name: target.value })} onPressEnter={send} />
        <Lack text={missing.of('process-name')} />
        <label htmlFor="process-key">{words.key}</label>
        <Input id="process-key" maxLength={60} value={typed.key} placeholder={words.keyHelp} onChange={({ target }) => change({ key: target.value.trim().toLowerCase() })} onPressEnter={send} />
        <Lack text={missing.of('process-key')} />
        <span className="process-form__label" id="process-start">{words.start}</span>
        <Radio.Group aria-labelledby="process-start" className="process-starts" value={typed.start} onChange={({ target }) => change({ start: target.value as typeof typed.start })}>
          {templateKeys.map((key) => <Radio key={key} value={key}><b>{text.templates[key].name}</b><span className="muted small">　{text.templates[key].steps}</span></Radio>)}
          <Radio value="file"><b>{words.file}</b></Radio>
        </Radio.Group>
        {typed.start === 'file' ? (
          <>
            <FileChooser onRead={(name, read) => setFile({ name, read })} />
            {file === undefined ? null : file.read.ok ? <Alert type={file.read.judgement.problems.length === 0 ? 'success' : 'warning'} showIcon title={words.chosen(file.name, file.read.judgement.problems.length)} /> : <Alert type="error" showIcon role="alert" title={file.read.reason} />}
            <Lack text={missing.of('process-file')} />
          </>
        ) : null}
      </div>
    </Modal>
  );
}

/** Chooses a .bpmn file and reads it here; nothing is sent yet. */
function FileChooser({ onRead }: { onRead: (name: string, read: ReadFile) => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button id="process-file" onClick={() => chooser.current?.click()}>{words.choose}</Button>
      <input
        ref={chooser} type="file" hidden accept=".bpmn,.xml" aria-label={words.choose}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) void readBpmnFile(file).then((read) => onRead(file.name, read));
        }}
      />
    </>
  );
}
