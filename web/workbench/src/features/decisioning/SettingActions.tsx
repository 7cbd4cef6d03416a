import { useQueryClient } from '@tanstack/react-query';
import {
  activateSetting, automationModelLabels, checkSetting, createSetting, discardSetting, getPlatformSwitch, getSetting, listAutomation, resumeSetting, searchBeneficiaries, stopSetting, type AutomationSetting,
} from '@tongban/server/src/modules/decisioning/contract.ts';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { links } from '../../shared/links.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { text } from './text.ts';

const words = text.setting;
type Asking = 'activate' | 'discard' | 'stop' | 'resume' | 'search';

/** What may be done with the setting now, as the server says. */
export function SettingActions({ setting, unsaved }: { setting: AutomationSetting; unsaved: boolean }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const [asking, setAsking] = useState<Asking>();
  const activate = useAction(activateSetting);
  const discard = useAction(discardSetting);
  const stop = useAction(stopSetting);
  const resume = useAction(resumeSetting);
  const change = useAction(createSetting);
  const search = useAction(searchBeneficiaries);
  const params = { settingId: setting.id };
  const { abilities } = setting;
  const refresh = () => { for (const operation of [getSetting, checkSetting, listAutomation, getPlatformSwitch]) void client.invalidateQueries({ queryKey: [operation.id] }); };
  const finished = (told: string) => {
    setAsking(undefined);
    void message.success(told);
    refresh();
  };
  const ask = (kind: Asking) => () => {
    if (unsaved && kind === 'activate') { void message.warning(words.checkedOnSave); return; }
    setAsking(kind);
  };
  const reasoned = asking === 'stop' ? stop : resume;
  return (
    <>
      {abilities.change ? <Button loading={change.busy} onClick={() => { void change.run({ body: { itemId: setting.itemId, model: setting.model } }, (draft) => { void navigate(links.automationSetting(draft.id)); refresh(); }); }}>{words.change}</Button> : null}
      {abilities.discard ? <Button onClick={ask('discard')}>{words.discard}</Button> : null}
      {abilities.stop ? <Button danger onClick={ask('stop')}>{words.stop}</Button> : null}
      {abilities.search ? <Button onClick={ask('search')}>{words.search}</Button> : null}
      {abilities.resume ? <Button type="primary" onClick={ask('resume')}>{words.resume}</Button> : null}
      {abilities.activate ? <Button type="primary" onClick={ask('activate')}>{words.activate}</Button> : null}
      {asking === 'activate' ? (
        <Modal
          open title={words.activateTitle} okText={words.activate} confirmLoading={activate.busy} onCancel={() => setAsking(undefined)} width={560}
          onOk={() => { void activate.run({ params, body: { revision: setting.revision } }, () => finished(words.activated)); }}
        >
          <p className="muted">{words.activateLead(automationModelLabels[setting.model])}</p>
          <ProblemAlert problem={activate.problem} onRefresh={refresh} />
        </Modal>
      ) : null}
      {asking === 'search' ? (
        <Modal
          open title={words.searchTitle} okText={words.search} confirmLoading={search.busy} onCancel={() => { setAsking(undefined); search.clear(); }} width={560}
          onOk={() => { void search.run({ params }, (report) => { setAsking(undefined); void modal.info({ title: words.searched, content: words.searchReport(report), okText: words.close }); }); }}
        >
          <p className="muted">{words.searchLead}</p>
          <ProblemAlert problem={search.problem} onRefresh={refresh} />
        </Modal>
      ) : null}
      {asking === 'discard' ? (
        <Modal
          open title={words.discardTitle} okText={words.discard} cancelText={words.keep} okButtonProps={{ danger: true }} confirmLoading={discard.busy} onCancel={() => setAsking(undefined)} width={480}
          onOk={() => { void discard.run({ params, query: { revision: setting.revision } }, () => { void message.success(words.discarded); void navigate(links.automation()); void client.invalidateQueries({ queryKey: [listAutomation.id] }); }); }}
        >
          <p className="muted">{words.discardLead}</p>
          <ProblemAlert problem={discard.problem} onRefresh={refresh} />
        </Modal>
      ) : null}
      {asking === 'stop' || asking === 'resume' ? (
        <ReasonDialog
          id={`${asking}.${setting.id}`} title={asking === 'stop' ? words.stopTitle : words.resumeTitle} lead={asking === 'stop' ? words.stopLead : words.resumeLead} label={words.reason} rule={words.reasonRule}
          ok={asking === 'stop' ? words.stop : words.resume} danger={asking === 'stop'} busy={reasoned.busy} problem={reasoned.problem} onClose={() => setAsking(undefined)} onRefresh={() => { setAsking(undefined); refresh(); }}
          onSend={(reason, forget) => { void reasoned.run({ params, body: { reason } }, () => { forget(); finished(asking === 'stop' ? words.stopDone : words.resumeDone); }); }}
        />
      ) : null}
    </>
  );
}
