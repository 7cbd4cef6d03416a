import type { Problem, ResponseOf } from '@tongban/contract-kit';
import { createRuleSet, readDmnModel } from '@tongban/server/src/kernel/rules/contract.ts';
import { Alert, Button, Input, Modal, Radio } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { links } from '../../../shared/links.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text as shared } from '../../../shared/text.ts';
import { emptyContent, labelOf } from '../model/draft.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';

const words = text.create;
const mostCharacters = 2_000_000;
const nothing = { name: '', code: '', description: '', legalBasis: '' };

type Model = ResponseOf<typeof readDmnModel>;

/** A new rule set: empty, or from a DMN file of which is told what was read and what could not be. */
export function NewRuleSet({ onClose }: { onClose: () => void }) {
  const [typed, setTyped, forget] = useTyped('rules.new', nothing);
  const [start, setStart] = useState<'empty' | 'dmn'>('empty');
  const [model, setModel] = useState<{ file: string; read: Model }>();
  const create = useAction(createRuleSet);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const missing = useMissing({
    'rule-set-name': typed.name.trim().length < 2 && shared.missing.atLeast(words.name, 2),
    'rule-set-code': !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(typed.code) || typed.code.length < 2 ? words.badCode : false,
    'rule-set-file': start === 'dmn' && model === undefined && words.needFile,
  });
  const send = () => {
    if (!missing.check()) return;
    const content = start === 'dmn' && model ? model.read.content : emptyContent();
    void create.run({ body: { code: typed.code, name: typed.name.trim(), description: typed.description.trim(), legalBasis: typed.legalBasis.trim(), content, testCases: [] } }, (version) => {
      forget();
      refresh();
      void navigate(links.ruleVersion(version.id));
    });
  };
  const change = (part: Partial<typeof nothing>) => setTyped((before) => ({ ...before, ...part }));
  return (
    <Modal open title={words.title} okText={words.create} cancelText={text.cancel} confirmLoading={create.busy} onOk={send} onCancel={onClose} width={620} afterOpenChange={(open) => { if (open) document.getElementById('rule-set-name')?.focus(); }}>
      <div className="rule-form">
        <ProblemAlert problem={create.problem} />
        <label htmlFor="rule-set-name">{words.name}</label>
        <Input id="rule-set-name" maxLength={100} value={typed.name} placeholder={words.nameHelp} onChange={({ target }) => change({ name: target.value })} onPressEnter={send} />
        <Lack text={missing.of('rule-set-name')} />
        <label htmlFor="rule-set-code">{words.code}</label>
        <Input id="rule-set-code" maxLength={60} value={typed.code} placeholder={words.codeHelp} onChange={({ target }) => change({ code: target.value.trim().toLowerCase() })} onPressEnter={send} />
        <Lack text={missing.of('rule-set-code')} />
        <label htmlFor="rule-set-basis">{words.legalBasis}</label>
        <Input.TextArea id="rule-set-basis" autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1_000} value={typed.legalBasis} placeholder={words.legalBasisHelp} onChange={({ target }) => change({ legalBasis: target.value })} />
        <label htmlFor="rule-set-description">{words.description}</label>
        <Input.TextArea id="rule-set-description" autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1_000} value={typed.description} onChange={({ target }) => change({ description: target.value })} />
        <span className="rule-form__label" id="rule-set-start">{words.start}</span>
        <Radio.Group aria-labelledby="rule-set-start" value={start} options={[{ value: 'empty', label: words.empty }, { value: 'dmn', label: words.dmn }]} onChange={({ target }) => setStart(target.value === 'dmn' ? 'dmn' : 'empty')} />
        {start === 'dmn' ? (
          <>
            <DmnFile
              chosen={model?.file}
              onRead={(file, read) => {
                setModel({ file, read });
                if (typed.name === '') change({ name: read.name.slice(0, 100) });
              }}
            />
            <Lack text={missing.of('rule-set-file')} />
            {model ? <ReadReport read={model.read} /> : null}
          </>
        ) : null}
      </div>
    </Modal>
  );
}

/** Chooses a DMN file and has the server read it; nothing is saved yet. */
function DmnFile({ chosen, onRead }: { chosen: string | undefined; onRead: (file: string, read: Model) => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  const read = useAction(readDmnModel);
  const [refused, setRefused] = useState<Problem>();
  const take = async (file: File) => {
    setRefused(undefined);
    const xml = file.size > mostCharacters * 4 ? '' : await file.text();
    if (xml === '' || xml.length > mostCharacters) return setRefused({ type: 'about:blank', status: 0, kind: 'invalid', code: 'rules.file-size', title: words.fileSize, traceId: '' });
    await read.run({ body: { xml } }, (model) => onRead(file.name, model));
  };
  return (
    <>
      <ProblemAlert problem={refused ?? read.problem} />
      <p>
        <Button id="rule-set-file" loading={read.busy} onClick={() => chooser.current?.click()}>{words.choose}</Button> <span className="muted">{chosen ?? ''}</span>
        <input
          ref={chooser} type="file" hidden aria-label={words.choose} accept=".dmn,.xml"
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (file) void take(file);
          }}
        />
      </p>
    </>
  );
}

/** What a file gave, what a rule set has no place for, and what is wrong with it. */
export function ReadReport({ read: { content, leftOut, problems } }: { read: Model }) {
  const rows = content.decisions.reduce((sum, { logic }) => sum + (logic.kind === 'table' ? logic.rules.length : 0), 0);
  return (
    <>
      <Alert type={leftOut.length > 0 ? 'warning' : 'success'} showIcon title={words.found(content.inputs.length, content.decisions.length, rows)} description={content.decisions.map(labelOf).join('、')} />
      {leftOut.length > 0 ? <Alert type="warning" showIcon title={words.leftOut(leftOut.length)} description={<ul className="rule-report">{leftOut.map(({ name, reason }, index) => <li key={index}><b>{name}</b>：{reason}</li>)}</ul>} /> : null}
      {problems.length > 0 ? <Alert type="info" showIcon title={words.problems(problems.length)} description={<ul className="rule-report">{problems.slice(0, 20).map(({ decision, message }, index) => <li key={index}>{decision === undefined ? null : <b>{decision}：</b>}{message}</li>)}</ul>} /> : null}
    </>
  );
}
