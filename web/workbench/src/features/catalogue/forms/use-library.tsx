import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormLibrary, LibraryPart } from '@tongban/form-designer';
import { isFormDefinition, type Section } from '@tongban/form-model';
import { addFormPart, editFormPart, listFormParts, listFormPartUses, type FormPart } from '@tongban/server/src/modules/catalog/contract.ts';
import { App } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { api, problemOf } from '../../../shared/api.ts';
import { links } from '../../../shared/links.ts';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { text } from '../text.ts';

const words = text.forming.library;

/** The library of field groups that forms share by copy (FRM-04); undefined until it is read. */
export function useLibrary(): FormLibrary | undefined {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { data } = useQuery({ queryKey: [listFormParts.id], queryFn: () => api.call(listFormParts, {}) });
  return useMemo(() => {
    if (!data) return undefined;
    const save = async (call: Promise<FormPart>, done: string): Promise<LibraryPart | undefined> => {
      try {
        const part = partOf(await call)[0];
        await client.invalidateQueries({ queryKey: [listFormParts.id] });
        void message.success(done);
        return part;
      } catch (error) {
        const { title, detail } = problemOf(error);
        void message.error([title, detail].filter(Boolean).join('。'));
        return undefined;
      }
    };
    return {
      parts: data.parts.flatMap(partOf),
      add: (name, section) => save(api.call(addFormPart, { body: { name, section: { ...section } } }), words.added(name)),
      update: ({ id, revision, name }, section) => save(api.call(editFormPart, { params: { partId: id }, body: { revision, name, section: { ...section } } }), words.updated(name)),
      uses: ({ id }) => <PartUses partId={id} />,
    };
  }, [client, data, message]);
}

/** A part whose section is one; the server checked it when it was saved. */
function partOf({ id, name, revision, section, editable }: FormPart): LibraryPart[] {
  const form = { formatVersion: 1, title: name, sections: [section] };
  const [own] = isFormDefinition(form) ? (form.sections as Section[]) : [];
  return own ? [{ id, name, revision, section: own, editable }] : [];
}

function PartUses({ partId }: { partId: string }) {
  const uses = useQuery({ queryKey: [listFormPartUses.id, partId], staleTime: 0, queryFn: () => api.call(listFormPartUses, { params: { partId } }) });
  return (
    <QueryState query={uses} lines={2}>
      {(data) => (data.uses.length === 0 ? <p className="muted">{words.unused}</p> : (
        <ul className="dots">
          {data.uses.map((use) => (
            <li key={`${use.versionId} ${use.formKey} ${use.revision}`}>
              <Link to={links.formDesigner(use.versionId, use.formKey)}>{words.use(use.itemName, use.formName)}</Link>
              <span className="muted small">{words.useDetail(use.departmentName, use.revision)}</span>
            </li>
          ))}
        </ul>
      ))}
    </QueryState>
  );
}
