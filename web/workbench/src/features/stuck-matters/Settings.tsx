import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  getMatterSettings, listCauses, listReasons, saveListEntry, saveMatterSettings, type CodedEntry, type MatterListName, type MatterSettings,
} from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { App, Button, Form, Input, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.settings;

/** Limits, and the lists of reasons and root causes. */
export function Settings() {
  const settings = useQuery({ queryKey: [getMatterSettings.id], queryFn: () => api.call(getMatterSettings, {}) });
  const reasons = useQuery({ queryKey: [listReasons.id], queryFn: () => api.call(listReasons, {}) });
  const causes = useQuery({ queryKey: [listCauses.id], queryFn: () => api.call(listCauses, {}) });
  return (
    <div className="matter-scroll">
      <Panel title={words.limits}><QueryState query={settings} lines={3}>{(data) => <Limits settings={data} />}</QueryState></Panel>
      <div className="matter-grid">
        <Panel title={words.lists.reason} flush><QueryState query={reasons}>{(data) => <Entries list="reason" entries={data.items} />}</QueryState></Panel>
        <Panel title={words.lists.cause} flush><QueryState query={causes}>{(data) => <Entries list="cause" entries={data.items} />}</QueryState></Panel>
      </div>
      <p className="faint small">{words.listHint}</p>
    </div>
  );
}

function Limits({ settings }: { settings: MatterSettings }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [typed, setTyped] = useState(settings);
  const { run, busy, problem } = useAction(saveMatterSettings);
  const save = () => {
    void run({ body: typed }, (saved) => {
      void message.success(words.saved);
      client.setQueryData([getMatterSettings.id], saved);
    });
  };
  const field = (name: keyof MatterSettings, label: string, hint: string, minimum: number, maximum: number) => (
    <Form.Item label={label} htmlFor={`setting-${name}`} extra={hint}>
      <InputNumber id={`setting-${name}`} min={minimum} max={maximum} precision={0} value={typed[name]} onChange={(value) => setTyped({ ...typed, [name]: value ?? settings[name] })} />
    </Form.Item>
  );
  return (
    <Form layout="vertical">
      <ProblemAlert problem={problem} />
      <div className="matter-form__row">
        {field('limitDays', words.limitDays, words.limitHint, 1, 60)}{field('redPercent', words.redPercent, words.redHint, 10, 500)}{field('wordDays', words.wordDays, words.wordHint, 1, 60)}
      </div>
      <Button type="primary" loading={busy} onClick={save}>{words.save}</Button>
    </Form>
  );
}

function Entries({ list, entries }: { list: MatterListName; entries: readonly CodedEntry[] }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const { run, busy, problem } = useAction(saveListEntry);
  const [added, setAdded] = useState({ code: '', name: '' });
  const ids = { name: `${list}-name`, code: `${list}-code` };
  const missing = useMissing({ [ids.name]: added.name.trim().length < 2 && sharedText.missing.write(words.name), [ids.code]: added.code.length < 2 && sharedText.missing.write(words.code) });
  const save = (code: string, body: { name: string; active: boolean }, done?: () => void) => {
    void run({ params: { list, code }, body }, () => {
      void message.success(words.saved);
      void client.invalidateQueries({ queryKey: [list === 'reason' ? listReasons.id : listCauses.id] });
      done?.();
    });
  };
  return (
    <>
      <ProblemAlert problem={problem} />
      <table className="matter-table is-text" aria-label={words.lists[list]}>
        <thead><tr><th scope="col">{words.name}</th><th scope="col">{words.code}</th><th scope="col">{words.active}</th><th /></tr></thead>
        <tbody>
          {entries.map((entry) => <EntryRow key={entry.code} entry={entry} onSave={(body) => save(entry.code, body)} />)}
          <tr>
            <td><Input id={ids.name} size="small" maxLength={60} placeholder={words.name} aria-label={words.name} value={added.name} onChange={({ target }) => setAdded({ ...added, name: target.value })} /><Lack text={missing.of(ids.name)} /></td>
            <td><Input id={ids.code} size="small" maxLength={40} placeholder={words.codeHint} aria-label={words.code} value={added.code} onChange={({ target }) => setAdded({ ...added, code: target.value.toLowerCase().replace(/[^0-9a-z-]/g, '').replace(/^[^a-z]+/, '') })} /><Lack text={missing.of(ids.code)} /></td>
            <td colSpan={2}><Button size="small" loading={busy} onClick={() => { if (missing.check()) save(added.code, { name: added.name.trim(), active: true }, () => setAdded({ code: '', name: '' })); }}>{words.add}</Button></td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

function EntryRow({ entry, onSave }: { entry: CodedEntry; onSave: (body: { name: string; active: boolean }) => void }) {
  const [name, setName] = useState(entry.name);
  const changed = name.trim().length >= 2 && name.trim() !== entry.name;
  return (
    <tr>
      <td><Input size="small" maxLength={60} aria-label={`${words.name} ${entry.name}`} value={name} onChange={({ target }) => setName(target.value)} /></td>
      <td className="number">{entry.code}</td>
      <td><Switch size="small" checked={entry.active} aria-label={`${words.active} ${entry.name}`} onChange={(active) => onSave({ name: entry.name, active })} /></td>
      <td>{changed ? <Button size="small" onClick={() => onSave({ name: name.trim(), active: entry.active })}>{words.rename}</Button> : null}</td>
    </tr>
  );
}
