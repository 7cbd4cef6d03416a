import { createVersion } from '@tongban/server/src/modules/templates/contract.ts';
import { useNavigate } from 'react-router';
import { links } from '../../../shared/links.ts';
import { useAction } from '../../../shared/use-action.ts';
import { StartDraft } from '../../../shared/versions/StartDraft.tsx';
import { useRefresh } from '../refresh.ts';

/** Starts the next draft of a template and opens it. */
export function StartButton({ templateId, from, link = false }: { templateId: string; from?: string; link?: boolean }) {
  const create = useAction(createVersion);
  const navigate = useNavigate();
  const refresh = useRefresh();
  return (
    <StartDraft
      deed={create} link={link}
      send={(done) => create.run({ params: { templateId }, body: from === undefined ? {} : { fromVersionId: from } }, ({ id, number }) => {
        refresh();
        done(number);
        void navigate(links.documentTemplateVersion(id));
      })}
    />
  );
}
