import { createVersion } from '@tongban/server/src/kernel/rules/contract.ts';
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { links } from '../../../shared/links.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';

const words = text.versions;

/** Starts a draft from a version, from the one in force unless told, and opens it. */
export function NewDraftButton({ ruleSetId, from, link = false }: { ruleSetId: string; from?: string; link?: boolean }) {
  const create = useAction(createVersion);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { message } = App.useApp();
  const start = () => create.run({ params: { ruleSetId }, body: from === undefined ? {} : { fromVersionId: from } }, (version) => {
    refresh();
    void message.success(words.drafted(version.number));
    void navigate(links.ruleVersion(version.id));
  });
  return (
    <>
      <Button type={link ? 'link' : 'default'} size={link ? 'small' : 'middle'} loading={create.busy} onClick={() => { void start(); }}>{link ? words.draftFrom : words.newDraft}</Button>
      {create.problem ? <span className="rule-fault small" role="alert">{create.problem.title}</span> : null}
    </>
  );
}
