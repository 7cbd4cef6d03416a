import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  advanceRectification,
  appealGroundLabels,
  appealGrounds,
  getRectification,
  listRatingOptions,
  listRectifications,
  rectificationMeasureLabels,
  rectificationMeasures,
  type RectificationStep,
  type RectificationView,
} from '@tongban/server/src/modules/ratings/contract.ts';
import { App, Input, Radio, Segmented, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { Overtaken, useOvertaken } from '../../shared/typed/Overtaken.tsx';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const kinds = ['verify', 'rectify', 'reply', 'appeal', 'decide-appeal', 'close', 'send-back'] as const;
type Kind = (typeof kinds)[number];
/** What somebody has to choose with a step, and writes; nothing is chosen beforehand. */
interface Typed {
  words: string;
  choice?: string;
  found: string[];
}

function offered({ abilities }: RectificationView): Kind[] {
  const allowed: Record<Kind, boolean> = {
    verify: abilities.verify,
    rectify: abilities.rectify,
    reply: abilities.reply,
    appeal: abilities.appeal,
    'decide-appeal': abilities.decideAppeal,
    close: abilities.close,
    'send-back': abilities.sendBack,
  };
  return kinds.filter((kind) => allowed[kind]);
}

/** The choice that belongs to a step: how it is called, and from what one chooses. */
const choicesOf: Partial<Record<Kind, { label: string; options: readonly { value: string; label: string }[] }>> = {
  verify: { label: text.contact.label, options: [{ value: 'yes', label: text.contact.yes }, { value: 'no', label: text.contact.no }] },
  rectify: { label: text.measure, options: rectificationMeasures.map((value) => ({ value, label: rectificationMeasureLabels[value] })) },
  appeal: { label: text.ground, options: appealGrounds.map((value) => ({ value, label: appealGroundLabels[value] })) },
  'decide-appeal': { label: text.verdict, options: [{ value: 'yes', label: text.granted.yes }, { value: 'no', label: text.granted.no }] },
};

function stepOf(kind: Kind, version: number, { words, choice, found }: Typed): RectificationStep {
  const common = { version, text: words.trim() };
  switch (kind) {
    case 'verify':
      return { action: kind, ...common, contacted: choice === 'yes', foundCodes: found };
    case 'rectify':
      return { action: kind, ...common, measure: rectificationMeasures.find((one) => one === choice) ?? 'at-once' };
    case 'appeal':
      return { action: kind, ...common, ground: appealGrounds.find((one) => one === choice) ?? 'mistaken' };
    case 'decide-appeal':
      return { action: kind, ...common, granted: choice === 'yes' };
    case 'close':
      return { action: kind, ...common, foundCodes: found };
    case 'reply':
    case 'send-back':
      return { action: kind, ...common };
  }
}

/** The step that is due, as far as the reader may take it; what was being written survives a step of somebody else. */
export function NextStep({ view, onRefresh }: { view: RectificationView; onRefresh: () => void }) {
  const choices = offered(view);
  const [picked, setPicked] = useState<Kind>();
  const kind = picked && choices.includes(picked) ? picked : choices[0];
  const { overtaken, writing, accept } = useOvertaken(view.version, kind);
  return (
    <>
      {overtaken && writing !== undefined ? (
        <Overtaken
          key={view.version} typedKey={`rectification.${view.id}.${writing}`} step={text.steps[writing].label} possible={choices.includes(writing)} last={view.steps.at(-1)} onClose={() => accept(view.version)}
        />
      ) : null}
      <Steps key={view.version} view={view} kind={kind} onPick={setPicked} onRefresh={onRefresh} onTaken={accept} />
    </>
  );
}

interface StepsProps { view: RectificationView; kind: Kind | undefined; onPick: (kind: Kind) => void; onRefresh: () => void; onTaken: (version: number) => void }

function Steps({ view, kind, onPick, onRefresh, onTaken }: StepsProps) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const choices = offered(view);
  const [typed, setTyped, forget] = useTyped<Typed>(`rectification.${view.id}.${kind ?? ''}`, {
    words: '',
    found: kind === 'close' ? view.found.map(({ code }) => code) : view.rating.options.map(({ code }) => code),
  });
  const { run, busy, problem } = useAction(advanceRectification);
  const change = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }));
  const choosing = kind === undefined ? undefined : choicesOf[kind];
  const missing = useMissing({ 'step-choice': choosing !== undefined && typed.choice === undefined && sharedText.missing.choose(choosing.label), 'step-words': kind !== undefined && typed.words.trim().length < 5 && sharedText.missing.atLeast(text.steps[kind].text, 5) });
  if (kind === undefined) return null;
  const words = text.steps[kind];
  const send = () => {
    if (!missing.check()) return;
    void run({ params: { rectificationId: view.id }, body: stepOf(kind, view.version, typed) }, (answer) => {
      forget();
      onTaken(answer.version);
      void message.success(text.done);
      client.setQueryData([getRectification.id, view.id], answer);
      void client.invalidateQueries({ queryKey: [listRectifications.id] });
    });
  };
  return (
    <Panel
      title={
        choices.length > 1 ? (
          <Segmented<Kind>
            size="small"
            value={kind}
            options={choices.map((one) => ({ value: one, label: text.steps[one].label }))}
            onChange={onPick}
          />
        ) : (
          words.label
        )
      }
    >
      <ProblemAlert problem={problem} onRefresh={onRefresh} labels={{ text: words.text }} />
      <div className="next-step">
        {choosing ? (
          <>
            <span className="next-step__label">{choosing.label}</span>
            <Radio.Group
              aria-label={choosing.label}
              value={typed.choice}
              options={choosing.options.map((one, index) => ({ ...one, ...(index === 0 ? { id: 'step-choice' } : {}) }))}
              onChange={(event) => change({ choice: String(event.target.value) })}
            />
            <Lack text={missing.of('step-choice')} />
          </>
        ) : null}
        {kind === 'verify' || kind === 'close' ? <Found known={[...view.rating.options, ...view.found]} value={typed.found} onChange={(found) => change({ found })} /> : null}
        <label htmlFor="step-words">{words.text}</label>
        <Input.TextArea id="step-words" rows={4} maxLength={1000} value={typed.words} onChange={(event) => change({ words: event.target.value })} />
        <Lack text={missing.of('step-words')} />
        <div className="next-step__foot">
          <span className="faint small">{text.rule}</span>
          <PrimaryButton loading={busy} onPress={send}>
            {words.confirm}
          </PrimaryButton>
        </div>
      </div>
    </Panel>
  );
}

/** What was found to be true, of the options of bad ratings. */
function Found({ known, value, onChange }: { known: RectificationView['found']; value: string[]; onChange: (codes: string[]) => void }) {
  const query = useQuery({ queryKey: [listRatingOptions.id], queryFn: () => api.call(listRatingOptions, {}) });
  const levels = (query.data?.levels ?? []).filter(({ bad }) => bad);
  const inUse = new Set(levels.flatMap(({ options }) => options.map(({ code }) => code)));
  const groups = [...levels, { name: text.found.outOfUse, options: [...new Map(known.filter(({ code }) => query.isSuccess && !inUse.has(code)).map((one) => [one.code, one])).values()] }];
  const options = groups.filter((group) => group.options.length > 0).map(({ name, options: ofGroup }) => ({ label: name, title: name, options: ofGroup.map(({ code, text: label }) => ({ value: code, label })) }));
  return (
    <>
      <label htmlFor="step-found">{text.found.label}</label>
      <Select id="step-found" mode="multiple" value={value} loading={query.isPending} options={options} showSearch={{ optionFilterProp: 'label' }} placeholder={text.found.none} onChange={onChange} />
    </>
  );
}
