import { lazy, type ComponentType } from 'react';
import { Route, Routes } from 'react-router';
import { HomePage } from '../features/home/HomePage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { Shell } from './Shell.tsx';

/** A page whose code is fetched when it is first opened. */
function page<M>(load: () => Promise<M>, pick: (module: M) => ComponentType) {
  return lazy(async () => ({ default: pick(await load()) }));
}

const SearchPage = page(() => import('../features/search/SearchPage.tsx'), (m) => m.SearchPage);
const DepartmentsPage = page(() => import('../features/search/DepartmentsPage.tsx'), (m) => m.DepartmentsPage);
const GuidePage = page(() => import('../features/items/GuidePage.tsx'), (m) => m.GuidePage);
const GuidancePage = page(() => import('../features/guidance/GuidancePage.tsx'), (m) => m.GuidancePage);
const SignInPage = page(() => import('../features/account/SignInPage.tsx'), (m) => m.SignInPage);
const RegisterPersonPage = page(() => import('../features/account/RegisterPersonPage.tsx'), (m) => m.RegisterPersonPage);
const RegisterCompanyPage = page(() => import('../features/account/RegisterCompanyPage.tsx'), (m) => m.RegisterCompanyPage);
const ResetPasswordPage = page(() => import('../features/account/ResetPasswordPage.tsx'), (m) => m.ResetPasswordPage);

/** Every address of the portal. */
export function PortalRoutes() {
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<HomePage />} />
        <Route path="search" element={<SearchPage />} />
        <Route path="departments" element={<DepartmentsPage />} />
        <Route path="items/:itemId" element={<GuidePage />} />
        <Route path="items/:itemId/guidance" element={<GuidancePage />} />
        <Route path="sign-in" element={<SignInPage />} />
        <Route path="register/person" element={<RegisterPersonPage />} />
        <Route path="register/company" element={<RegisterCompanyPage />} />
        <Route path="reset-password" element={<ResetPasswordPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
