import { useQuery } from '@tanstack/react-query';
import { automationModelLabels, checkSetting, getSetting, settingStateLabels, type AutomationSetting } from '@tongban/server/src/modules/decisioning/contract.ts';
import { Alert, Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { links } from '../../shared/links.ts';
import { Page } from '../../shared/page/Page.tsx';
import { PageState } from '../../shared/page/PageState.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { CheckPanel, HistoryPanel } from './CheckPanel.tsx';
import { SettingActions } from './SettingActions.tsx';
import { SettingForm } from './SettingForm.tsx';
import { text } from './text.ts';
import { useSettingDraft } from './use-setting-draft.ts';
import './decisioning.css';

const words = text.setting;

/** One automation setting: what it consists of, what stands in its way, and how it came about (DEC-01, DEC-03). */
export function SettingPage() {
  const { settingId = '' } = useParams();
  const setting = useQuery({ queryKey: [getSetting.id, settingId], refetchOnWindowFocus: false, queryFn: () => api.call(getSetting, { params: { settingId } }) });
  return <PageState query={setting}>{(data) => <Editor key={`${data.id}.${data.revision}`} setting={data} />}</PageState>;
}

function Editor({ setting }: { setting: AutomationSetting }) {
  const navigate = useNavigate();
  const draft = useSettingDraft(setting);
  const check = useQuery({ queryKey: [checkSetting.id, setting.id, setting.revision], queryFn: () => api.call(checkSetting, { params: { settingId: setting.id } }) });
  const { stopped } = setting;
  const editable = setting.abilities.edit;
  return (
    <Page
      title={setting.itemName}
      aside={<>{words.version(setting.number)}　{automationModelLabels[setting.model]}　<Tag tone={setting.state === 'active' ? 'done' : setting.state === 'stopped' ? 'danger' : 'neutral'}>{settingStateLabels[setting.state]}</Tag>{setting.halted && setting.state === 'active' ? <> <Tag tone="warning">{text.halted}</Tag></> : null}</>}
      actions={(
        <>
          <Button onClick={() => { void navigate(links.automation()); }}>{words.back}</Button>
          <SettingActions setting={setting} unsaved={draft.unsaved} />
          {editable ? <PrimaryButton loading={draft.busy} onPress={() => draft.save()}>{words.save}</PrimaryButton> : null}
        </>
      )}
    >
      {stopped ? <Alert type="warning" showIcon title={words.stoppedTitle} description={`${stopped.by === 'check' ? text.stoppedByCheck : stopped.name}　${formatMoment(stopped.at)}：${stopped.reason}`} /> : null}
      {editable && setting.activated === null && !setting.abilities.activate ? <p className="muted small">{words.ownDraft}</p> : null}
      <ProblemAlert problem={draft.problem} onRefresh={draft.reload} />
      <div className="automation-setting">
        <SettingForm value={draft.value} onChange={draft.change} onSave={draft.save} surroundings={check.data} disabled={!editable} />
        <div className="automation-column">
          <CheckPanel check={check} unsaved={draft.unsaved} ready={setting.state !== 'active'} />
          <HistoryPanel setting={setting} />
        </div>
      </div>
    </Page>
  );
}
