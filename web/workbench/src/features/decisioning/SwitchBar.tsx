import { PauseCircleOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getPlatformSwitch, listAutomation, setPlatformSwitch } from '@tongban/server/src/modules/decisioning/contract.ts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { formatMoment } from '../../shared/format/dates.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.switch;

/** The switch for all: how it stands, who stopped it and why, and the one button that changes it. */
export function SwitchBar() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const action = useAction(setPlatformSwitch);
  const state = useQuery({ queryKey: [getPlatformSwitch.id], queryFn: () => api.call(getPlatformSwitch, {}), refetchInterval: 30_000 }).data;
  if (!state) return null;
  const { stopped, active, abilities } = state;
  const refresh = () => { for (const operation of [getPlatformSwitch, listAutomation]) void client.invalidateQueries({ queryKey: [operation.id] }); };
  return (
    <section className={stopped ? 'automation-switch is-stopped' : 'automation-switch'} aria-label={stopped ? words.stopped : words.running(active)}>
      {stopped ? <PauseCircleOutlined aria-hidden="true" /> : <PlayCircleOutlined aria-hidden="true" />}
      <p>
        <strong>{stopped ? words.stopped : words.running(active)}</strong>
        {state.by && state.at ? <span className="muted small">{words.by(state.by, formatMoment(state.at), state.reason ?? '')}</span> : null}
      </p>
      {abilities.stop ? <Button danger type="primary" size="large" onClick={() => setAsking(true)}>{words.stop}</Button> : null}
      {abilities.resume ? <Button type="primary" size="large" onClick={() => setAsking(true)}>{words.resume}</Button> : null}
      {asking ? (
        <ReasonDialog
          id={`switch.${stopped ? 'resume' : 'stop'}`} title={stopped ? words.resumeTitle : words.stopTitle} lead={stopped ? words.resumeLead : words.stopLead(active)}
          label={words.reason} rule={words.reasonRule} ok={stopped ? words.resume : words.stop} danger={!stopped} busy={action.busy} problem={action.problem}
          onClose={() => { setAsking(false); action.clear(); }} onRefresh={() => { setAsking(false); refresh(); }}
          onSend={(reason, forget) => {
            void action.run({ body: { stopped: !stopped, reason } }, () => {
              forget();
              setAsking(false);
              void message.success(stopped ? words.resumedDone : words.stoppedDone);
              refresh();
            });
          }}
        />
      ) : null}
    </section>
  );
}
