import { applicantAttributes, inputKindLabels, inputKinds, knownDates, licenceAttributes, materialFacts, type InputKind, type InputMapping, type SettingSurroundings } from '@tongban/server/src/modules/decisioning/contract.ts';
import { App, Button, Select } from 'antd';
import { clearable } from '../../shared/form/clearable.tsx';
import { Panel } from '../../shared/page/Page.tsx';
import { LicenceTypePicker } from '../../shared/items/LicenceTypePicker.tsx';
import type { PartProps } from './setting-part.ts';
import { text } from './text.ts';

const words = text.setting;
const options = (entries: Readonly<Record<string, string | { label: string }>>) => Object.entries(entries).map(([value, entry]) => ({ value, label: typeof entry === 'string' ? entry : entry.label }));

/** Where each input of the rules comes from. */
export function InputsPanel({ content, surroundings, disabled, onContent }: PartProps) {
  const { message } = App.useApp();
  const inputs = surroundings?.rules?.inputs ?? [];
  const set = (input: string, mapping: InputMapping | undefined) => onContent({ inputs: [...content.inputs.filter((one) => one.input !== input), ...(mapping ? [mapping] : [])] });
  const match = () => {
    const open = inputs.filter(({ name }) => !content.inputs.some(({ input }) => input === name));
    const added = open.flatMap(({ name, label }): InputMapping[] => {
      const field = surroundings?.item?.fields.find((one) => one.label === name || one.label === label);
      return field ? [{ input: name, kind: 'field', source: field.id }] : [];
    });
    onContent({ inputs: [...content.inputs, ...added] });
    void message.info(words.matched(added.length));
  };
  return (
    <Panel title={words.inputs} extra={disabled || inputs.length === 0 ? null : <Button size="small" onClick={match}>{words.match}</Button>}>
      <p className="faint small">{inputs.length === 0 ? words.noInputs : words.inputsHint}</p>
      <div className="automation-rows">
        {inputs.map((input) => {
          const mapping = content.inputs.find((one) => one.input === input.name);
          const findings = surroundings?.findings.filter(({ at }) => at === `inputs.${input.name}`) ?? [];
          return (
            <div key={input.name} className="automation-row">
              <span><strong>{input.label}</strong><br /><span className="faint small">{input.type}{input.optional ? `，${words.optional}` : ''}</span></span>
              <div className="automation-row__controls"><Source input={input.name} mapping={mapping} surroundings={surroundings} disabled={disabled} onChange={(next) => set(input.name, next)} /></div>
              {findings.map(({ code, message: said }) => <p key={code} className="automation-finding">{said}</p>)}
            </div>
          );
        })}
      </div>
    </Panel>
  );
}

interface SourceProps { input: string; mapping: InputMapping | undefined; surroundings: SettingSurroundings | undefined; disabled: boolean; onChange: (mapping: InputMapping | undefined) => void }

function Source({ input, mapping, surroundings, disabled, onChange }: SourceProps) {
  const change = (change: Partial<InputMapping>) => { if (mapping) onChange({ ...mapping, ...change }); };
  return (
    <>
      <Select
        aria-label={`${input} ${words.from}`} value={mapping?.kind ?? null} placeholder={words.from} disabled={disabled} allowClear={clearable} options={inputKinds.map((one) => ({ value: one, label: inputKindLabels[one] }))}
        onChange={(kind: InputKind | undefined) => onChange(kind === undefined ? undefined : { input, kind, source: kind === 'materials' ? 'all-known' : '' })}
      />
      {mapping ? <Named mapping={mapping} surroundings={surroundings} disabled={disabled} onChange={change} /> : null}
    </>
  );
}

function Named({ mapping, surroundings, disabled, onChange }: { mapping: InputMapping; surroundings: SettingSurroundings | undefined; disabled: boolean; onChange: (change: Partial<InputMapping>) => void }) {
  const label = `${mapping.input} ${inputKindLabels[mapping.kind]}`;
  const item = surroundings?.item;
  const pick = (choices: { value: string; label: string }[]) => (
    <Select
      aria-label={label} value={mapping.source || null} placeholder={words.choose} disabled={disabled} showSearch={{ optionFilterProp: 'label' }} options={choices}
      onChange={(source: string) => onChange({ source, ...(mapping.kind === 'guidance' ? { options: [] } : {}) })}
    />
  );
  switch (mapping.kind) {
    case 'field': return pick((item?.fields ?? []).map(({ id, label: name }) => ({ value: id, label: `${name}（${id}）` })));
    case 'applicant': return pick(options(applicantAttributes));
    case 'date': return pick(options(knownDates));
    case 'materials': return pick(options(materialFacts));
    case 'guidance': {
      const question = item?.questions.find(({ key }) => key === mapping.source);
      return (
        <>
          {pick((item?.questions ?? []).map(({ key, text: asked }) => ({ value: key, label: asked })))}
          {question ? <Select mode="multiple" aria-label={words.answered} placeholder={words.answered} value={mapping.options ?? []} disabled={disabled} options={question.options.map(({ key, text: answer }) => ({ value: key, label: answer }))} onChange={(chosen: string[]) => onChange({ options: chosen })} /> : null}
        </>
      );
    }
    case 'licence': return (
      <>
        <LicenceTypePicker id={`licence-${mapping.input}`} label={label} value={mapping.source || undefined} disabled={disabled} onChange={(source) => onChange({ source: source ?? '' })} />
        <Select aria-label={`${label} ${words.type}`} value={mapping.attribute ?? null} placeholder={words.choose} disabled={disabled} options={options(licenceAttributes)} onChange={(attribute: string) => onChange({ attribute })} />
      </>
    );
  }
}
