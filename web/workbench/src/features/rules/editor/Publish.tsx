import { publishVersion, type RuleVersion } from '@tongban/server/src/kernel/rules/contract.ts';
import { Alert, App, Modal } from 'antd';
import { useState } from 'react';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import type { Obstacle } from '../model/judge.ts';
import type { RuleKeeper } from '../model/rule-keeper.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';

const words = text.publish;

/** Puts a draft in force after a second look; what keeps it from that is shown first. */
export function PublishButton({ version, keeper, obstacles, onObstacles }: { version: RuleVersion; keeper: RuleKeeper; obstacles: readonly Obstacle[]; onObstacles: () => void }) {
  const [asking, setAsking] = useState(false);
  const publish = useAction(publishVersion);
  const refresh = useRefresh();
  const { message } = App.useApp();
  const press = () => {
    if (obstacles.length > 0) onObstacles();
    else setAsking(true);
  };
  const send = () => publish.run({ params: { versionId: version.id }, body: { revision: keeper.revision } }, () => {
    keeper.end();
    setAsking(false);
    void message.success(words.done(version.number));
    refresh();
  });
  return (
    <>
      <PrimaryButton onPress={press}>{words.press}</PrimaryButton>
      <Modal open={asking} title={words.title(version.name, version.number)} okText={words.press} cancelText={text.cancel} confirmLoading={publish.busy} onOk={() => { void send(); }} onCancel={() => { setAsking(false); publish.clear(); }} width={520}>
        <ProblemAlert problem={publish.problem} onRefresh={() => { setAsking(false); refresh(); }} />
        <p>{words.lead}</p>
        <p className="muted">{words.changedBy(version.updatedByName)}</p>
        {version.note === '' ? null : <p>{words.note(version.note)}</p>}
      </Modal>
    </>
  );
}

interface ObstaclesProps { obstacles: readonly Obstacle[]; shown: boolean; onGo: (place: Obstacle['place']) => void; onClose: () => void }

/** What keeps a draft from being published, each leading to its place; it gets shorter while it is mended. */
export function Obstacles({ obstacles, shown, onGo, onClose }: ObstaclesProps) {
  if (!shown) return null;
  if (obstacles.length === 0) return <Alert type="success" showIcon title={words.ready} closable={{ onClose }} />;
  return (
    <Alert
      type="warning" showIcon role="alert" title={words.blocked(obstacles.length)} closable={{ onClose }}
      description={<ol className="rule-obstacles">{obstacles.slice(0, 50).map(({ message, place }, index) => <li key={index}><button type="button" className="link-button" onClick={() => onGo(place)}>{message}</button></li>)}</ol>}
    />
  );
}
