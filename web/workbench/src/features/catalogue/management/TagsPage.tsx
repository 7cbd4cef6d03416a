import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Static } from '@tongban/contract-kit';
import { getDictionary, listTags, saveTag, type ItemTag } from '@tongban/server/src/modules/catalog/contract.ts';
import { App, Button, Input, Switch } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { links } from '../../../shared/links.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { text as sharedText } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import '../catalogue.css';

const words = text.tags;

/** The marks of items, each a list of its own: one-licence, instant, Sichuan–Chongqing … (CAT-06, CAT-08, CAT-10). */
export function TagsPage() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const manages = useHolds('catalog.tag.manage');
  const tags = useQuery({ queryKey: [listTags.id], queryFn: () => api.call(listTags, {}) });
  const { run, busy, problem } = useAction(saveTag);
  const [added, setAdded] = useState({ code: '', name: '' });
  const missing = useMissing({
    'tag-name': added.name.trim() === '' && sharedText.missing.write(words.name),
    'tag-code': added.code === '' && sharedText.missing.write(words.code),
  });
  const add = () => {
    if (missing.check()) save(added.code, { name: added.name.trim(), active: true }, () => setAdded({ code: '', name: '' }));
  };
  const save = (code: string, body: { name: string; active: boolean }, done?: () => void) => {
    void run({ params: { code }, body }, () => {
      void message.success(words.saved);
      void client.invalidateQueries({ queryKey: [listTags.id] });
      void client.invalidateQueries({ queryKey: [getDictionary.id, 'item-tag'] });
      done?.();
    });
  };
  return (
    <Page title={words.title} actions={<Link to={links.catalogue()}>{text.backToItems}</Link>}>
      <p className="muted">{words.lead}</p>
      <ProblemAlert problem={problem} />
      <QueryState query={tags}>
        {(data) => (
          <div className="frame">
            <table className="bulk__table is-middle" aria-label={words.title}>
              <colgroup><col /><col style={{ width: '12rem' }} /><col style={{ width: '7rem' }} /><col style={{ width: '7rem' }} /><col style={{ width: '6rem' }} /><col style={{ width: '7rem' }} /></colgroup>
              <thead>
                <tr><th>{words.name}</th><th>{words.code}</th><th>{words.items}</th><th>{words.published}</th><th>{words.active}</th><th /></tr>
              </thead>
              <tbody>
                {data.tags.map((tag) => <TagRow key={tag.code} tag={tag} manages={manages} onSave={(change) => save(tag.code, change)} />)}
                {manages ? (
                  <tr>
                    <td><Input id="tag-name" size="small" maxLength={30} placeholder={words.name} aria-label={words.name} value={added.name} onChange={({ target }) => setAdded({ ...added, name: target.value })} /><Lack text={missing.of('tag-name')} /></td>
                    <td><Input id="tag-code" size="small" maxLength={20} placeholder={words.code} title={words.codeHint} aria-label={words.code} value={added.code} onChange={({ target }) => setAdded({ ...added, code: target.value.toLowerCase().replace(/[^0-9a-z-]/g, '') })} /><Lack text={missing.of('tag-code')} /></td>
                    <td colSpan={4}>
                      <Button size="small" loading={busy} onClick={add}>{words.add}</Button>
                    </td>
                  </tr>
                ) : null}
              </tbody>
            </table>
          </div>
        )}
      </QueryState>
    </Page>
  );
}

function TagRow({ tag, manages, onSave }: { tag: Static<typeof ItemTag>; manages: boolean; onSave: (change: { name: string; active: boolean }) => void }) {
  const [name, setName] = useState(tag.name);
  return (
    <tr>
      <td>
        {manages ? (
          <Input
            size="small"
            variant="borderless"
            maxLength={30}
            aria-label={`${words.rename} ${tag.name}`}
            value={name}
            onChange={({ target }) => setName(target.value)}
            onPressEnter={({ currentTarget }) => currentTarget.blur()}
            onBlur={() => {
              if (name.trim() !== '' && name.trim() !== tag.name) onSave({ name: name.trim(), active: tag.active });
              else setName(tag.name);
            }}
          />
        ) : tag.name}
      </td>
      <td className="code faint">{tag.code}</td>
      <td>{tag.itemCount}</td>
      <td>{tag.publishedCount}</td>
      <td><Switch size="small" checked={tag.active} disabled={!manages} aria-label={`${words.active} ${tag.name}`} onChange={(active) => onSave({ name: tag.name, active })} /></td>
      <td>{tag.itemCount > 0 ? <Link to={`${links.catalogue()}?tag=${tag.code}`}>{words.see}</Link> : null}</td>
    </tr>
  );
}
