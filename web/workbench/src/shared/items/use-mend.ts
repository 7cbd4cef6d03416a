import { createDraft, getStaffItem } from '@tongban/server/src/modules/catalog/contract.ts';
import { App } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, problemOf, queryClient } from '../api.ts';
import { links } from '../links.ts';
import { text } from '../text.ts';

/**
 * Leads to where a finding is mended: the editor, open at the element. An item that has no draft gets one from what is in
 * use; one whose version is under review is shown, since it must be returned first.
 */
export function useMend(): { mend: (itemId: string, path: string) => Promise<void>; busy: boolean } {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const mend = async (itemId: string, path: string) => {
    setBusy(true);
    try {
      const { versions } = await api.call(getStaffItem, { params: { itemId } });
      const open = versions.find(({ state }) => state === 'draft' || state === 'in-review' || state === 'approved');
      if (open && open.state !== 'draft') {
        void message.warning(text.items.mending.notDraft);
        void navigate(links.catalogueVersion(open.versionId));
        return;
      }
      const versionId = open?.versionId ?? (await api.call(createDraft, { params: { itemId }, body: {} })).versionId;
      if (!open) void queryClient.invalidateQueries({ queryKey: [getStaffItem.id, itemId] });
      // Situations have an editor of their own.
      void navigate(path.split('.')[0] === 'questionnaire' ? links.guidanceEditor(versionId) : links.catalogueEdit(versionId, path));
    } catch (error) {
      void message.error(problemOf(error).title);
    } finally {
      setBusy(false);
    }
  };
  return { mend, busy };
}
