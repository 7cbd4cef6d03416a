import { useQuery } from '@tanstack/react-query';
import { listRuleSets } from '@tongban/server/src/kernel/rules/contract.ts';
import {
  automationChannelLabels, automationChannels, automationModelLabels, automationModels, capabilities, capabilityLabels, type SettingSurroundings,
} from '@tongban/server/src/modules/decisioning/contract.ts';
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { Link } from 'react-router';
import { api } from '../../shared/api.ts';
import { links } from '../../shared/links.ts';
import { Panel } from '../../shared/page/Page.tsx';
import { FinderPanel } from './FinderPanel.tsx';
import { InputsPanel } from './InputsPanel.tsx';
import { PointsPanel } from './PointsPanel.tsx';
import type { PartProps } from './setting-part.ts';
import { text } from './text.ts';
import type { SettingValue } from './use-setting-draft.ts';

const words = text.setting;

interface SettingFormProps {
  value: SettingValue;
  onChange: (change: Partial<SettingValue>) => void;
  /** Saves at once: what the rules decide and ask for is known to the server. */
  onSave: (value: SettingValue) => void;
  surroundings: SettingSurroundings | undefined;
  disabled: boolean;
}

/** Everything of a setting that is edited: model and reach, rules, where their inputs come from, who answers the review points. */
export function SettingForm({ value, onChange, onSave, surroundings, disabled }: SettingFormProps) {
  const { content } = value;
  const part: PartProps = {
    content, surroundings, disabled, onContent: (change) => onChange({ content: { ...content, ...change } }),
    onProblems: (decision) => {
      const { problems: _before, ...rest } = content;
      onChange({ content: decision === '' ? rest : { ...rest, problems: decision } });
    },
  };
  return (
    <div className="automation-column">
      <Basics value={value} onChange={onChange} part={part} />
      <Rules {...part} onRules={(ruleSetCode) => onSave({ ...value, content: { ...content, ruleSetCode } })} />
      <InputsPanel {...part} />
      <PointsPanel {...part} />
      {value.model === 'proactive' ? <FinderPanel {...part} /> : null}
    </div>
  );
}

function Basics({ value, onChange, part: { content, disabled, onContent } }: { value: SettingValue; onChange: (change: Partial<SettingValue>) => void; part: PartProps }) {
  return (
    <Panel title={words.basics}>
      <fieldset className="automation-field">
        <legend>{words.model}</legend>
        <Radio.Group value={value.model} disabled={disabled} onChange={({ target }) => onChange({ model: target.value as SettingValue['model'] })} className="automation-models">
          {automationModels.map((one) => <Radio key={one} value={one}>{automationModelLabels[one]}　<span className="muted small">{text.models[one]}</span></Radio>)}
        </Radio.Group>
      </fieldset>
      <fieldset className="automation-field">
        <legend>{words.channels}</legend>
        <Checkbox.Group value={content.channels} disabled={disabled} options={automationChannels.map((one) => ({ value: one, label: automationChannelLabels[one] }))} onChange={(channels) => onContent({ channels })} />
        <p className="faint small">{words.channelsHint}</p>
      </fieldset>
      <fieldset className="automation-field">
        <legend>{words.capabilities}</legend>
        <Checkbox.Group value={content.capabilities} disabled={disabled} className="automation-models" options={capabilities.map((one) => ({ value: one, label: capabilityLabels[one] }))} onChange={(chosen) => onContent({ capabilities: chosen })} />
      </fieldset>
      <div className="automation-grid">
        <div className="automation-field">
          <label htmlFor="automation-sample">{words.sample}</label>
          <InputNumber id="automation-sample" min={0} max={100} precision={0} value={content.sampleShare} disabled={disabled} onChange={(next) => onContent({ sampleShare: next ?? 0 })} />
          <p className="faint small">{words.sampleHint}</p>
        </div>
        <div className="automation-field">
          <label htmlFor="automation-days">{words.reviewDays}</label>
          <InputNumber id="automation-days" min={1} max={60} precision={0} value={content.reviewDays} disabled={disabled} onChange={(next) => onContent({ reviewDays: next ?? 1 })} />
        </div>
      </div>
      <div className="automation-field">
        <label htmlFor="automation-note">{words.note}</label>
        <Input id="automation-note" maxLength={500} value={value.note} disabled={disabled} onChange={({ target }) => onChange({ note: target.value })} />
      </div>
    </Panel>
  );
}

function Rules({ content, surroundings, disabled, onContent, onProblems, onRules }: PartProps & { onRules: (code: string) => void }) {
  const found = useQuery({ queryKey: [listRuleSets.id, 'published'], staleTime: 60_000, queryFn: () => api.call(listRuleSets, { query: { state: 'published', limit: 100 } }) });
  const rules = surroundings?.rules;
  const results = rules?.decisions ?? [];
  const values = results.find(({ name }) => name === content.conclusion.decision)?.results ?? [];
  const { conclusion } = content;
  return (
    <Panel title={words.rules} extra={rules ? <Link to={links.ruleVersion(rules.versionId)}>{words.openRules(rules.number)}</Link> : null}>
      <div className="automation-grid">
        <div className="automation-field">
          <label htmlFor="automation-rules">{words.ruleSet}</label>
          <Select
            id="automation-rules" value={content.ruleSetCode || null} disabled={disabled} loading={found.isPending} placeholder={words.ruleSetHint} showSearch={{ optionFilterProp: 'label' }}
            options={(found.data?.items ?? []).map(({ code, name }) => ({ value: code, label: `${name}（${code}）` }))} onChange={onRules}
          />
        </div>
        <div className="automation-field">
          <label htmlFor="automation-conclusion">{words.conclusion}</label>
          <Select id="automation-conclusion" value={conclusion.decision || null} disabled={disabled} placeholder={words.choose} options={results.map(({ name }) => ({ value: name, label: name }))} onChange={(decision: string) => onContent({ conclusion: { decision, value: '' } })} />
        </div>
        <div className="automation-field">
          <label htmlFor="automation-value">{words.conclusionIs}</label>
          {values.length > 0
            ? <Select id="automation-value" value={conclusion.value || null} disabled={disabled} placeholder={words.choose} options={values.map((one) => ({ value: one, label: one }))} onChange={(next: string) => onContent({ conclusion: { ...conclusion, value: next } })} />
            : <Input id="automation-value" maxLength={100} value={conclusion.value} disabled={disabled} onChange={({ target }) => onContent({ conclusion: { ...conclusion, value: target.value } })} />}
        </div>
        <div className="automation-field">
          <label htmlFor="automation-problems">{words.problems}</label>
          <Select
            id="automation-problems" value={content.problems ?? ''} disabled={disabled} options={[{ value: '', label: words.noProblems }, ...results.filter(({ name }) => !name.includes('.')).map(({ name }) => ({ value: name, label: name }))]}
            onChange={(next: string) => onProblems(next)}
          />
          <p className="faint small">{words.problemsHint}</p>
        </div>
      </div>
    </Panel>
  );
}
