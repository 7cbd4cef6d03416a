import { useQuery } from '@tanstack/react-query';
import { previewDraftChanges, type DraftChanges } from '@tongban/server/src/modules/intake/contract.ts';
import { api } from '../../../shared/api.ts';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import type { ElementsKeeper } from '../editor/elements-keeper.ts';
import { text } from '../text.ts';

const words = text.forming.drafts;

/** What the form as it is saved would do to the drafts that are being filled in, before it is published (FRM-03). */
export function DraftImpact({ versionId, formKey, keeper }: { versionId: string; formKey: string; keeper: ElementsKeeper }) {
  const changes = useQuery({
    queryKey: [previewDraftChanges.id, versionId, formKey, keeper.revision], gcTime: 0,
    // The server looks at what it has: first everything is saved.
    queryFn: async () => {
      await keeper.flush();
      return api.call(previewDraftChanges, { params: { versionId, formKey } });
    },
  });
  return (
    <div className="form-page__drafts">
      <p className="muted">{words.lead}{words.unsaved}</p>
      <QueryState query={changes}>{(data) => <Impact changes={data} />}</QueryState>
    </div>
  );
}

function Impact({ changes: { openDrafts, examined, withForm, unchangedDrafts, keptAnswers, changes } }: { changes: DraftChanges }) {
  if (openDrafts === 0) return <p>{words.none}</p>;
  if (withForm === 0) return <p>{words.noneWithForm(openDrafts)}</p>;
  const [field, outcome, drafts, note] = words.columns;
  return (
    <>
      <p>{words.count(openDrafts, examined, withForm)}{words.kept(unchangedDrafts, keptAnswers)}</p>
      {changes.length === 0 ? <p className="is-done">{words.fine}</p> : (
        <table className="fd-changes">
          <thead><tr><th scope="col">{field}</th><th scope="col">{outcome}</th><th scope="col">{drafts}</th><th scope="col">{note}</th></tr></thead>
          <tbody>
            {changes.map((one) => (
              <tr key={`${one.path} ${one.outcome}`}><td>{one.label}</td><td className={one.outcome === 'dropped' ? 'is-danger' : ''}>{words.outcomes[one.outcome]}</td><td>{words.copies(one.drafts)}</td><td>{one.message}</td></tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
