import { useQueryClient } from '@tanstack/react-query';
import { advanceMatter, getMatter, guideWrongCause, listMatters, matterAbilities, mostMatterFiles, type MatterAbility, type MatterStep, type MatterView } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { App, Input, Segmented } from 'antd';
import { useState } from 'react';
import { FileUploads } from '../../shared/files/FileUploads.tsx';
import { useUploads } from '../../shared/files/use-uploads.ts';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { Overtaken, useOvertaken } from '../../shared/typed/Overtaken.tsx';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { AssignFields, CauseFields, CompanionField, DutyField, WordField } from './StepFields.tsx';
import { nothingTyped, type Typed } from './typed.ts';
import { text } from './text.ts';

/** What is due first stands first. */
const order: readonly MatterAbility[] = ['take', 'answer', 'assign', 'pass', 'record-word', 'put-to-director', 'hand-back', 'send-back', 'accompany', 'urge', 'reject'];

const least = (kind: MatterAbility): number => (kind === 'answer' ? 10 : 5);

function stepOf(kind: MatterAbility, version: number, typed: Typed): MatterStep | undefined {
  const words = typed.words.trim();
  const limit = typed.limitDays === null ? {} : { limitDays: typed.limitDays };
  switch (kind) {
    case 'take': return { action: kind, version };
    case 'assign': return typed.organizationId === undefined ? undefined : { action: kind, version, text: words, organizationId: typed.organizationId, ...(typed.officerId === undefined ? {} : { officerId: typed.officerId }), ...limit };
    case 'put-to-director': return typed.on === undefined ? undefined : { action: kind, version, text: words, on: typed.on, ...limit };
    case 'accompany': return typed.companionId === undefined ? undefined : { action: kind, version, text: words, officerId: typed.companionId };
    case 'pass': return typed.causeCode === undefined ? undefined : { action: kind, version, text: words, causeCode: typed.causeCode, causeText: typed.causeText.trim(), ...(typed.element === undefined ? {} : { element: typed.element }) };
    case 'record-word': return typed.word === undefined ? undefined : { action: kind, version, text: words, word: typed.word };
    case 'answer': return { action: kind, version, text: words, ...(typed.files.length === 0 ? {} : { fileIds: typed.files.map(({ id }) => id) }) };
    case 'hand-back': case 'urge': case 'send-back': case 'reject': return { action: kind, version, text: words };
  }
}

/** The steps that the reader may take, the most pressing one open. */
export function NextStep({ view, onRefresh }: { view: MatterView; onRefresh: () => void }) {
  const choices = order.filter((kind) => matterAbilities.includes(kind) && view.abilities[kind]);
  const [picked, setPicked] = useState<MatterAbility>();
  const kind = picked && choices.includes(picked) ? picked : choices[0];
  const { overtaken, writing, accept } = useOvertaken(view.version, kind);
  const label = (one: MatterAbility): string => (one === 'assign' && (view.organization !== null || view.round > 1) ? text.again : text.steps[one].label);
  const note = overtaken && writing !== undefined ? (
    <Overtaken key={view.version} typedKey={`stuck-matter.${view.id}.${writing}`} step={label(writing)} possible={choices.includes(writing)} last={view.steps.at(-1)} onClose={() => accept(view.version)} />
  ) : null;
  if (kind === undefined) return note;
  return (
    <>
      {note}
      <Panel title={choices.length > 1 ? <Segmented<MatterAbility> size="small" value={kind} options={choices.map((one) => ({ value: one, label: label(one) }))} onChange={setPicked} /> : label(kind)}>
        <StepForm key={`${kind}.${view.version}`} kind={kind} label={label(kind)} view={view} onRefresh={onRefresh} onTaken={accept} />
      </Panel>
    </>
  );
}

function StepForm({ kind, label, view, onRefresh, onTaken }: { kind: MatterAbility; label: string; view: MatterView; onRefresh: () => void; onTaken: (version: number) => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [typed, setTyped, forget] = useTyped<Typed>(`stuck-matter.${view.id}.${kind}`, nothingTyped);
  const change = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }));
  const uploads = useUploads();
  const { run, busy, problem } = useAction(advanceMatter);
  const words = text.steps[kind];
  const lack = text.missing;
  const choose = sharedText.missing.choose;
  const missing = useMissing({
    'step-organization': kind === 'assign' && typed.organizationId === undefined && choose(lack.organization),
    'step-duty': kind === 'put-to-director' && typed.on === undefined && choose(lack.duty),
    'step-companion': kind === 'accompany' && typed.companionId === undefined && choose(lack.companion),
    'step-cause': kind === 'pass' && typed.causeCode === undefined && choose(lack.cause),
    'step-element': kind === 'pass' && typed.causeCode === guideWrongCause && typed.element === undefined && choose(lack.element),
    'step-cause-text': kind === 'pass' && typed.causeText.trim().length < 2 && sharedText.missing.write(text.form.causeText),
    'step-word': kind === 'record-word' && typed.word === undefined && choose(lack.word),
    'step-words': kind !== 'take' && typed.words.trim().length < least(kind) && sharedText.missing.atLeast(words.text, least(kind)),
    'step-files': kind === 'answer' && uploads.lack('step-files'),
  });
  const send = () => {
    const body = stepOf(kind, view.version, typed);
    if (!missing.check() || body === undefined) return;
    void run({ params: { matterId: view.id }, body }, (answer) => {
      forget();
      onTaken(answer.version);
      void message.success(text.done(kind === 'assign' ? label : words.confirm));
      client.setQueryData([getMatter.id, view.id], answer);
      void client.invalidateQueries({ queryKey: [listMatters.id] });
    });
  };
  return (
    <div className="matter-form">
      <ProblemAlert problem={problem} onRefresh={onRefresh} labels={{ text: words.text, causeText: text.form.causeText }} />
      {kind === 'assign' ? <AssignFields typed={typed} change={change} of={missing.of} /> : null}
      {kind === 'put-to-director' ? <DutyField typed={typed} change={change} of={missing.of} /> : null}
      {kind === 'accompany' ? <CompanionField typed={typed} change={change} of={missing.of} /> : null}
      {kind === 'pass' ? <CauseFields typed={typed} change={change} of={missing.of} hasItem={view.itemId !== null} /> : null}
      {kind === 'record-word' ? <WordField typed={typed} change={change} of={missing.of} /> : null}
      {kind === 'take' ? <p className="muted">{text.takeLead}</p> : (
        <>
          <label htmlFor="step-words">{words.text}</label>
          <Input.TextArea id="step-words" rows={kind === 'answer' ? 6 : 3} maxLength={kind === 'answer' ? 2000 : 1000} value={typed.words} onChange={(event) => change({ words: event.target.value })} />
          <Lack text={missing.of('step-words')} />
        </>
      )}
      {kind === 'answer' ? (
        <>
          <label htmlFor="step-files">{text.files.ofAnswer}</label>
          <FileUploads id="step-files" label={text.files.ofAnswer} files={typed.files} maxFiles={mostMatterFiles} uploads={uploads} onChange={(files) => change({ files })} />
          <Lack text={missing.of('step-files')} />
        </>
      ) : null}
      <div className="matter-form__foot">
        <span className="faint small">{kind === 'take' ? '' : text.rule(least(kind))}</span>
        <PrimaryButton loading={busy} onPress={send}>{kind === 'assign' ? label : words.confirm}</PrimaryButton>
      </div>
    </div>
  );
}
