import { createVersion } from '@tongban/server/src/modules/templates/contract.ts';
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { links } from '../../../shared/links.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';

const words = text.version;

/** Starts the next draft, from the version in force or from the one named: that is how one goes back. */
export function NewDraftButton({ templateId, from, link = false }: { templateId: string; from?: string; link?: boolean }) {
  const create = useAction(createVersion);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { message } = App.useApp();
  const start = () => create.run({ params: { templateId }, body: from === undefined ? {} : { fromVersionId: from } }, (version) => {
    refresh();
    void message.success(words.drafted(version.number));
    void navigate(links.documentTemplateVersion(version.id));
  });
  return (
    <>
      <Button type={link ? 'link' : 'default'} size={link ? 'small' : 'middle'} loading={create.busy} onClick={() => { void start(); }}>{link ? words.draftFrom : words.newDraft}</Button>
      {create.problem ? <span className="template-fault small" role="alert">{create.problem.title}</span> : null}
    </>
  );
}
