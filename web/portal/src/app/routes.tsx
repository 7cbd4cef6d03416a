import { lazy, Suspense, type ComponentType } from 'react';
import { Navigate, Outlet, Route, Routes } from 'react-router';
import { HomePage } from '../features/home/HomePage.tsx';
import { links } from '../shared/links.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { Shell } from './Shell.tsx';

/** A page whose code is fetched when it is first opened. */
function page<M>(load: () => Promise<M>, pick: (module: M) => ComponentType) {
  return lazy(async () => ({ default: pick(await load()) }));
}

const SearchPage = page(() => import('../features/search/SearchPage.tsx'), (m) => m.SearchPage);
const DepartmentsPage = page(() => import('../features/search/DepartmentsPage.tsx'), (m) => m.DepartmentsPage);
const LifeStagesPage = page(() => import('../features/search/LifeStagesPage.tsx'), (m) => m.LifeStagesPage);
const GuidePage = page(() => import('../features/items/GuidePage.tsx'), (m) => m.GuidePage);
const GuidancePage = page(() => import('../features/guidance/GuidancePage.tsx'), (m) => m.GuidancePage);
const BundlesPage = page(() => import('../features/bundles/BundlesPage.tsx'), (m) => m.BundlesPage);
const BundlePage = page(() => import('../features/bundles/BundlePage.tsx'), (m) => m.BundlePage);
const BundleStartPage = page(() => import('../features/apply/BundleStartPage.tsx'), (m) => m.BundleStartPage);
const BundleApplicationPage = page(() => import('../features/bundle-progress/BundleApplicationPage.tsx'), (m) => m.BundleApplicationPage);
const BundleReceiptPage = page(() => import('../features/bundle-progress/BundleReceiptPage.tsx'), (m) => m.BundleReceiptPage);
const BundleSupplementPage = page(() => import('../features/bundle-progress/BundleSupplementPage.tsx'), (m) => m.BundleSupplementPage);
const BundleRatingPage = page(() => import('../features/rating/BundleRatingPage.tsx'), (m) => m.BundleRatingPage);
const SignInPage = page(() => import('../features/account/SignInPage.tsx'), (m) => m.SignInPage);
const RegisterPersonPage = page(() => import('../features/account/RegisterPersonPage.tsx'), (m) => m.RegisterPersonPage);
const RegisterCompanyPage = page(() => import('../features/account/RegisterCompanyPage.tsx'), (m) => m.RegisterCompanyPage);
const StartPage = page(() => import('../features/apply/StartPage.tsx'), (m) => m.StartPage);
const DraftPage = page(() => import('../features/apply/DraftPage.tsx'), (m) => m.DraftPage);
const ReceiptPage = page(() => import('../features/progress/ReceiptPage.tsx'), (m) => m.ReceiptPage);
const TrackPage = page(() => import('../features/progress/TrackPage.tsx'), (m) => m.TrackPage);
const CasePage = page(() => import('../features/progress/CasePage.tsx'), (m) => m.CasePage);
const SupplementPage = page(() => import('../features/progress/SupplementPage.tsx'), (m) => m.SupplementPage);
const VerifyPage = page(() => import('../features/verify/VerifyPage.tsx'), (m) => m.VerifyPage);
const VerdictPage = page(() => import('../features/verify/VerdictPage.tsx'), (m) => m.VerdictPage);
const SpaceLayout = page(() => import('../features/space/SpaceLayout.tsx'), (m) => m.SpaceLayout);
const OverviewPart = page(() => import('../features/space/OverviewPart.tsx'), (m) => m.OverviewPart);
const CasesPart = page(() => import('../features/space/CasesPart.tsx'), (m) => m.CasesPart);
const DraftsPart = page(() => import('../features/space/DraftsPart.tsx'), (m) => m.DraftsPart);
const LicencesPart = page(() => import('../features/space/LicencesPart.tsx'), (m) => m.LicencesPart);
const LicencePart = page(() => import('../features/space/LicencePart.tsx'), (m) => m.LicencePart);
const ShareCodesPart = page(() => import('../features/space/share-codes/ShareCodesPart.tsx'), (m) => m.ShareCodesPart);
const MakeShareCodePart = page(() => import('../features/space/share-codes/MakeShareCodePart.tsx'), (m) => m.MakeShareCodePart);
const ShareCodePart = page(() => import('../features/space/share-codes/ShareCodePart.tsx'), (m) => m.ShareCodePart);
const MessagesPart = page(() => import('../features/space/MessagesPart.tsx'), (m) => m.MessagesPart);
const MandatesPart = page(() => import('../features/space/MandatesPart.tsx'), (m) => m.MandatesPart);
const DataUsePart = page(() => import('../features/space/DataUsePart.tsx'), (m) => m.DataUsePart);
const OffersPart = page(() => import('../features/space/Offers.tsx'), (m) => m.OffersPart);
const SettingsPart = page(() => import('../features/account/SettingsPart.tsx'), (m) => m.SettingsPart);
const RatingPage = page(() => import('../features/rating/RatingPage.tsx'), (m) => m.RatingPage);
const RatingFiguresPage = page(() => import('../features/rating/RatingFiguresPage.tsx'), (m) => m.RatingFiguresPage);
const RatingLinkPage = page(() => import('../features/rating/RatingLinkPage.tsx'), (m) => m.RatingLinkPage);
const ReportPage = page(() => import('../features/stuck-matters/ReportPage.tsx'), (m) => m.ReportPage);
const OwnMatterPage = page(() => import('../features/stuck-matters/OwnMatterPage.tsx'), (m) => m.OwnMatterPage);
const StuckMattersPart = page(() => import('../features/space/StuckMattersPart.tsx'), (m) => m.StuckMattersPart);
const HallsPage = page(() => import('../features/halls/HallsPage.tsx'), (m) => m.HallsPage);
const HallPage = page(() => import('../features/halls/HallPage.tsx'), (m) => m.HallPage);
const TicketPage = page(() => import('../features/halls/TicketPage.tsx'), (m) => m.TicketPage);
const BookPage = page(() => import('../features/halls/booking/BookPage.tsx'), (m) => m.BookPage);
const AppointmentsPage = page(() => import('../features/halls/booking/AppointmentsPage.tsx'), (m) => m.AppointmentsPage);
const HallScreen = page(() => import('../features/halls/screens/HallScreen.tsx'), (m) => m.HallScreen);
const WindowScreen = page(() => import('../features/halls/screens/WindowScreen.tsx'), (m) => m.WindowScreen);
const KioskPage = page(() => import('../features/halls/kiosk/KioskPage.tsx'), (m) => m.KioskPage);
const TerminalPage = page(() => import('../features/halls/terminal/TerminalPage.tsx'), (m) => m.TerminalPage);
const AccessibilityPage = page(() => import('../features/help/AccessibilityPage.tsx'), (m) => m.AccessibilityPage);
const ResetPasswordPage = page(() => import('../features/account/ResetPasswordPage.tsx'), (m) => m.ResetPasswordPage);

/** Screens and kiosks of a hall: no banner, no navigation. */
function Bare() {
  return <Suspense fallback={null}><Outlet /></Suspense>;
}

/** Every address of the portal. */
export function PortalRoutes() {
  return (
    <Routes>
      <Route element={<Bare />}>
        <Route path="halls/:hallId/screen" element={<HallScreen />} />
        <Route path="halls/:hallId/windows/:windowId/screen" element={<WindowScreen />} />
        <Route path="halls/:hallId/kiosk" element={<KioskPage />} />
        <Route path="halls/:hallId/terminal" element={<TerminalPage />} />
      </Route>
      <Route element={<Shell />}>
        <Route index element={<HomePage />} />
        <Route path="search" element={<SearchPage />} />
        <Route path="departments" element={<DepartmentsPage />} />
        <Route path="life-stages" element={<LifeStagesPage />} />
        <Route path="items/:itemId" element={<GuidePage />} />
        <Route path="items/:itemId/guidance" element={<GuidancePage />} />
        <Route path="items/:itemId/apply" element={<StartPage />} />
        <Route path="bundles" element={<BundlesPage />} />
        <Route path="bundles/:bundleId" element={<BundlePage />} />
        <Route path="bundles/:bundleId/apply" element={<BundleStartPage />} />
        <Route path="bundle-applications/:applicationId" element={<BundleApplicationPage />} />
        <Route path="bundle-applications/:applicationId/receipt" element={<BundleReceiptPage />} />
        <Route path="bundle-applications/:applicationId/supplement" element={<BundleSupplementPage />} />
        <Route path="bundle-applications/:applicationId/rating" element={<BundleRatingPage />} />
        <Route path="drafts/:draftId" element={<DraftPage />} />
        <Route path="progress" element={<TrackPage />} />
        <Route path="cases/:caseId" element={<CasePage />} />
        <Route path="cases/:caseId/receipt" element={<ReceiptPage />} />
        <Route path="cases/:caseId/supplement" element={<SupplementPage />} />
        <Route path="cases/:caseId/rating" element={<RatingPage />} />
        <Route path="stuck-matters/new" element={<ReportPage />} />
        <Route path="stuck-matters/:matterId" element={<OwnMatterPage />} />
        <Route path="ratings" element={<RatingFiguresPage />} />
        <Route path="rating/:token" element={<RatingLinkPage />} />
        <Route path="account/security" element={<Navigate replace to={links.space('account')} />} />
        <Route path="account/mandates" element={<Navigate replace to={links.space('mandates')} />} />
        <Route path="verify" element={<VerifyPage />} />
        <Route path="verify/:code" element={<VerdictPage />} />
        <Route path="space" element={<SpaceLayout />}>
          <Route index element={<OverviewPart />} />
          <Route path="cases" element={<CasesPart />} />
          <Route path="drafts" element={<DraftsPart />} />
          <Route path="licences" element={<LicencesPart />} />
          <Route path="licences/:licenceId" element={<LicencePart />} />
          <Route path="share-codes" element={<ShareCodesPart />} />
          <Route path="share-codes/new" element={<MakeShareCodePart />} />
          <Route path="share-codes/:shareId" element={<ShareCodePart />} />
          <Route path="messages" element={<MessagesPart />} />
          <Route path="mandates" element={<MandatesPart />} />
          <Route path="offers" element={<OffersPart />} />
          <Route path="offers/:offerId" element={<OffersPart />} />
          <Route path="data-use" element={<DataUsePart />} />
          <Route path="stuck-matters" element={<StuckMattersPart />} />
          <Route path="account" element={<SettingsPart />} />
        </Route>
        <Route path="halls" element={<HallsPage />} />
        <Route path="halls/:hallId" element={<HallPage />} />
        <Route path="halls/:hallId/queues/:queueId/appointment" element={<BookPage />} />
        <Route path="hall-tickets/:code" element={<TicketPage />} />
        <Route path="hall-appointments" element={<AppointmentsPage />} />
        <Route path="accessibility" element={<AccessibilityPage />} />
        <Route path="sign-in" element={<SignInPage />} />
        <Route path="register/person" element={<RegisterPersonPage />} />
        <Route path="register/company" element={<RegisterCompanyPage />} />
        <Route path="reset-password" element={<ResetPasswordPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
