import { useQuery, useQueryClient } from '@tanstack/react-query';
import { channelNames, staffChannels } from '@tongban/server/src/kernel/messaging/channels.contract.ts';
import { signalLevelLabels, signalLevels } from '@tongban/server/src/modules/supervision/contract.ts';
import {
  addSupervisionRule, changeSupervisionRule, kindsOfRules, listFindings, listRuleVersions, listSupervisionRules, ruleKinds, thresholdNames, toldPostLabels, toldPosts, tryRule, type RuleSettings, type SupervisionRule,
} from '@tongban/server/src/modules/supervision/rules.contract.ts';
import { App, Button, Checkbox, Drawer, Form, Input, InputNumber, Segmented, Select, Switch } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../shared/api.ts';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { ItemPicker } from '../../../shared/items/ItemPicker.tsx';
import { links } from '../../../shared/links.ts';
import { DateField } from '../../../shared/list/DateField.tsx';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { RegionPicker } from '../../../shared/RegionPicker.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.rules.form;

const fresh: RuleSettings = {
  name: '', kind: 'over-promised', level: 'warning', thresholds: {}, findings: [], told: ['handler'], regionCode: null, organizationId: null, itemId: null, projectType: null, validFrom: null, validTo: null, channels: null, active: true,
};

function settingsOf({ name, kind, level, thresholds, findings, told, regionCode, organizationId, itemId, projectType, validFrom, validTo, channels, active }: SupervisionRule): RuleSettings {
  return { name, kind, level, thresholds, findings, told, regionCode, organizationId, itemId, projectType, validFrom, validTo, channels, active };
}

/** One rule with its settings in plain words, a dry run and its history (SUP-01). */
export function RuleDrawer({ rule, canEdit, onClose }: { rule: SupervisionRule | undefined; canEdit: boolean; onClose: () => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [settings, setSettings] = useState<RuleSettings>(rule ? settingsOf(rule) : fresh);
  const [names, setNames] = useState({ organization: rule?.organizationName ?? undefined, item: rule?.itemName ?? undefined });
  const [reason, setReason] = useState('');
  const change = (next: Partial<RuleSettings>) => setSettings((before) => ({ ...before, ...next }));
  const [add, edit, trial] = [useAction(addSupervisionRule), useAction(changeSupervisionRule), useAction(tryRule)];
  const [tried, setTried] = useState<{ said: string; sample: readonly { caseId: string; number: string; itemName: string; says: string }[] }>();
  const { thresholds, advice, watches, follows, names: named } = kindsOfRules[settings.kind];
  const missing = useMissing({
    'rule-name': settings.name.trim().length < 2 && sharedText.missing.write(words.name), 'rule-findings': named === 'findings' && settings.findings.length === 0 && sharedText.missing.choose(words.findings), 'rule-told': settings.told.length === 0 && sharedText.missing.choose(words.told), 'rule-reason': reason.trim().length < 2 && sharedText.missing.write(words.reason),
  });
  const done = () => { void message.success(words.saved); void client.invalidateQueries({ queryKey: [listSupervisionRules.id] }); onClose(); };
  const save = () => {
    if (!missing.check()) return;
    const body = { ...settings, name: settings.name.trim(), reason: reason.trim() };
    void (rule ? edit.run({ params: { ruleId: rule.id }, body: { ...body, version: rule.version } }, done) : add.run({ body }, done));
  };
  const tryIt = () => { void trial.run({ body: { ...settings, name: settings.name.trim() || words.name } }, ({ count, examined, partial, sample }) => setTried({ said: words.trial(count, examined, partial), sample })); };
  return (
    <Drawer
      open title={rule ? words.edit(rule.ruleNo) : words.create} width={640} onClose={onClose}
      footer={canEdit ? <div className="sup-row">{follows || named ? <span className="faint small">{named ? words.trialFound : words.trialOther}</span> : <Button loading={trial.busy} onClick={tryIt}>{words.try}</Button>}<Button type="primary" loading={add.busy || edit.busy} onClick={save}>{words.save}</Button></div> : null}
    >
      <ProblemAlert problem={edit.problem ?? add.problem ?? trial.problem} onRefresh={() => { void client.invalidateQueries({ queryKey: [listSupervisionRules.id] }); onClose(); }} />
      {tried ? <div className="sup-note"><p><b>{tried.said}</b></p>{tried.sample.map((one) => <p key={one.caseId} className="small"><Link className="number" to={links.case(one.caseId)}>{one.number}</Link>　{one.itemName}　<span className="muted">{one.says}</span></p>)}</div> : null}
      <Form layout="vertical" disabled={!canEdit}>
        <Form.Item label={words.name} htmlFor="rule-name" required {...missing.item('rule-name')}><Input id="rule-name" maxLength={60} value={settings.name} onChange={(event) => change({ name: event.target.value })} /></Form.Item>
        <Form.Item label={words.kind} htmlFor="rule-kind" extra={watches}>
          <Select id="rule-kind" showSearch={{ optionFilterProp: 'label' }} disabled={rule !== undefined} value={settings.kind} options={ruleKinds.map((kind) => ({ value: kind, label: kindsOfRules[kind].label }))} onChange={(kind) => { change({ kind, thresholds: {}, findings: [] }); setTried(undefined); }} />
        </Form.Item>
        {named === 'findings' ? <Form.Item label={words.findings} htmlFor="rule-findings" required {...missing.item('rule-findings')}><FindingsSelect value={settings.findings} onChange={(findings) => change({ findings })} /></Form.Item> : null}
        <div className="sup-row">
          {thresholdNames.map((name) => { const one = thresholds[name]; return one ? (
            <Form.Item key={name} label={one.label} htmlFor={`rule-${name}`} extra={words.range(one.min, one.max)}>
              <InputNumber id={`rule-${name}`} min={one.min} max={one.max} precision={0} value={settings.thresholds[name] ?? one.usual} onChange={(value) => change({ thresholds: { ...settings.thresholds, [name]: value ?? one.usual } })} />
            </Form.Item>
          ) : null; })}
          <Form.Item label={words.level}><Segmented value={settings.level} options={signalLevels.map((level) => ({ value: level, label: signalLevelLabels[level] }))} onChange={(level) => change({ level })} /></Form.Item>
        </div>
        <Form.Item label={words.told} htmlFor="rule-told" required {...missing.item('rule-told')}><Checkbox.Group value={settings.told} options={toldPosts.map((post) => ({ value: post, label: toldPostLabels[post] }))} onChange={(told) => change({ told })} /></Form.Item>
        <Form.Item label={words.channels} htmlFor="rule-channels" extra={words.channelsHint(settings.channels)}>
          <div className="sup-row" id="rule-channels">
            <Segmented value={settings.channels === null ? 'usual' : 'own'} options={(['usual', 'own'] as const).map((how) => ({ value: how, label: words.channelChoice[how] }))} onChange={(how) => change({ channels: how === 'usual' ? null : [] })} />
            {settings.channels === null ? null : <Checkbox.Group value={settings.channels} options={staffChannels.map((channel) => ({ value: channel, label: channelNames[channel] }))} onChange={(channels) => change({ channels })} />}
          </div>
        </Form.Item>
        <p className="sup-scope muted">{words.scope}　<span className="faint small">{words.scopeHint}</span></p>
        <Form.Item label={words.region} htmlFor="rule-region"><RegionPicker id="rule-region" value={settings.regionCode ?? undefined} placeholder={words.everywhere} onChange={(code) => change({ regionCode: code ?? null })} /></Form.Item>
        <Form.Item label={words.organization} htmlFor="rule-organization"><OrganizationPicker id="rule-organization" allowClear placeholder={words.everywhere} value={settings.organizationId ?? undefined} name={names.organization} onChange={(next) => { setNames((before) => ({ ...before, organization: next?.name })); change({ organizationId: next?.id ?? null }); }} /></Form.Item>
        <Form.Item label={words.item} htmlFor="rule-item"><ItemPicker id="rule-item" value={settings.itemId ?? undefined} name={names.item} onChange={(next) => { setNames((before) => ({ ...before, item: next?.name })); change({ itemId: next?.id ?? null }); }} /></Form.Item>
        <div className="sup-row">
          <Form.Item label={words.type}><Segmented value={settings.projectType ?? ''} options={[{ value: '', label: text.rules.anyType }, ...(['1', '2'] as const).map((type) => ({ value: type, label: text.rules.types[type] ?? type }))]} onChange={(type) => change({ projectType: type === '1' || type === '2' ? type : null })} /></Form.Item>
          <Form.Item label={words.from} htmlFor="rule-from"><DateField id="rule-from" value={settings.validFrom ?? undefined} onChange={(on) => change({ validFrom: on ?? null })} /></Form.Item>
          <Form.Item label={words.to} htmlFor="rule-to"><DateField id="rule-to" value={settings.validTo ?? undefined} onChange={(on) => change({ validTo: on ?? null })} /></Form.Item>
        </div>
        <Form.Item label={words.active} htmlFor="rule-active"><Switch id="rule-active" checked={settings.active} onChange={(active) => change({ active })} /></Form.Item>
        <Form.Item label={words.advice}><p className="muted">{advice}</p></Form.Item>
        {canEdit ? <Form.Item label={words.reason} htmlFor="rule-reason" required {...missing.item('rule-reason')}><Input id="rule-reason" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} /></Form.Item> : null}
      </Form>
      {rule ? <History ruleId={rule.id} /> : null}
    </Drawer>
  );
}

function FindingsSelect({ value, onChange }: { value: string[]; onChange: (findings: string[]) => void }) {
  const query = useQuery({ queryKey: [listFindings.id], queryFn: () => api.call(listFindings, {}) });
  const options = (query.data?.sources ?? []).map(({ source, label, items }) => (
    { label, title: source, options: items.filter(({ finding, active }) => active || value.includes(finding)).map(({ finding, name }) => ({ value: finding, label: `${text.rules.sources[source]}：${name}` })) }));
  return <Select id="rule-findings" mode="multiple" value={value} loading={query.isPending} options={options} showSearch={{ optionFilterProp: 'label' }} placeholder={words.placeholder} onChange={onChange} />;
}

function History({ ruleId }: { ruleId: string }) {
  const query = useQuery({ queryKey: [listRuleVersions.id, ruleId], queryFn: () => api.call(listRuleVersions, { params: { ruleId }, query: { limit: 50 } }) });
  return (
    <>
      <p className="muted">{words.history}</p>
      <ol className="order__steps">
        {(query.data?.items ?? []).map((one) => (
          <li key={one.version}>
            <p><strong>{one.reason}</strong><span className="faint small">　{one.by}　{formatDateTime(one.at)}</span></p>
            <p className="small">
              {signalLevelLabels[one.settings.level]}　{thresholdNames.flatMap((name) => { const threshold = kindsOfRules[one.settings.kind].thresholds[name]; const value = one.settings.thresholds[name]; return threshold && value !== undefined ? [`${threshold.label} ${value}`] : []; }).join('，')}
              {one.settings.active ? '' : `　${text.rules.off}`}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
