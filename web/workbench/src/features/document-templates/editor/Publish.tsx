import { publishVersion, type TemplateProblem, type TemplateVersion } from '@tongban/server/src/modules/templates/contract.ts';
import { Alert, App, Modal } from 'antd';
import { useState } from 'react';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import type { TemplateKeeper } from '../model/template-keeper.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import { goTo } from './CheckPanel.tsx';

const words = text.publish;

/** Puts a draft in force after a second look; what keeps it from that is shown first. */
export function PublishButton({ version, keeper, obstacles, onObstacles }: { version: TemplateVersion; keeper: TemplateKeeper; obstacles: readonly TemplateProblem[]; onObstacles: () => void }) {
  const [asking, setAsking] = useState(false);
  const publish = useAction(publishVersion);
  const refresh = useRefresh();
  const { message } = App.useApp();
  const send = () => publish.run({ params: { versionId: version.id }, body: { revision: keeper.revision } }, () => {
    keeper.end();
    setAsking(false);
    void message.success(words.done(version.number));
    refresh();
  });
  return (
    <>
      <PrimaryButton onPress={() => { if (obstacles.length > 0) onObstacles(); else setAsking(true); }}>{words.press}</PrimaryButton>
      <Modal open={asking} title={words.title(version.name, version.number)} okText={words.press} cancelText={text.cancel} confirmLoading={publish.busy} onOk={() => { void send(); }} onCancel={() => { setAsking(false); publish.clear(); }} width={520}>
        <ProblemAlert problem={publish.problem} onRefresh={() => { setAsking(false); refresh(); }} />
        <p>{words.lead}</p>
        <p className="muted">{words.changedBy(version.updatedByName)}</p>
        {version.note === '' ? null : <p>{words.note(version.note)}</p>}
      </Modal>
    </>
  );
}

/** What keeps a draft from being published, each leading to its place; it gets shorter while it is mended. */
export function Obstacles({ obstacles, shown, onClose }: { obstacles: readonly TemplateProblem[]; shown: boolean; onClose: () => void }) {
  if (!shown) return null;
  if (obstacles.length === 0) return <Alert type="success" showIcon title={words.ready} closable={{ onClose }} />;
  return (
    <Alert
      type="warning" showIcon role="alert" title={words.blocked(obstacles.length)} closable={{ onClose }}
      description={<ol className="template-obstacles">{obstacles.slice(0, 50).map(({ message, path }, index) => <li key={index}><button type="button" className="link-button" onClick={() => goTo(path)}>{message}</button></li>)}</ol>}
    />
  );
}
