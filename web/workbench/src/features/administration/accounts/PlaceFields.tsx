import { useQuery } from '@tanstack/react-query';
import { listOrganizations, listPosts } from '@tongban/server/src/kernel/organization/contract.ts';
import { Form, Select } from 'antd';
import { organizationOptions, organizationSearch } from '../../../shared/organization-options.ts';
import { api } from '../../../shared/api.ts';
import type { Lacks, Missing } from '../../../shared/form/use-missing.ts';
import { text as sharedText } from '../../../shared/text.ts';
import { text } from '../text.ts';

const words = text.accounts.form;

/** Where somebody works: an organisation and the posts held there. */
export interface Place {
  organizationId: string | undefined;
  postCodes: string[];
}

/** Organisations that exist today. */
export function useOrganizations() {
  const query = useQuery({
    queryKey: [listOrganizations.id, {}],
    queryFn: async ({ signal }) => (await api.call(listOrganizations, { query: {} }, { signal })).items,
  });
  return query.data ?? [];
}

/** What a place lacks, by the ids of its controls. */
export function lacksOfPlace(place: Place): Lacks {
  return {
    'place-organization': place.organizationId === undefined && sharedText.missing.choose(words.organization),
    'place-posts': place.postCodes.length === 0 && sharedText.missing.choose(words.posts),
  };
}

/** Choosing an organisation and posts. */
export function PlaceFields({ place, missing, onChange }: { place: Place; missing: Missing; onChange: (place: Place) => void }) {
  const organizations = useOrganizations();
  const posts = useQuery({
    queryKey: [listPosts.id],
    queryFn: async ({ signal }) => (await api.call(listPosts, {}, { signal })).items,
  });
  return (
    <>
      <Form.Item label={words.organization} htmlFor="place-organization" required {...missing.item('place-organization')}>
        <Select
          id="place-organization"
          showSearch={organizationSearch}
          value={place.organizationId ?? null}
          options={organizationOptions(organizations)}
          onChange={(organizationId: string | null) => onChange({ ...place, organizationId: organizationId ?? undefined })}
        />
      </Form.Item>
      <Form.Item label={words.posts} htmlFor="place-posts" required {...missing.item('place-posts')} extra={words.postsHint}>
        <Select
          id="place-posts"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={place.postCodes}
          options={(posts.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(postCodes) => onChange({ ...place, postCodes })}
        />
      </Form.Item>
    </>
  );
}
