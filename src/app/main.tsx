import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { startAnnouncements } from "./store/announce-choices.ts";
import { followIdentity } from "./store/change-identity.ts";
import { followAddress } from "./store/follow-address.ts";
import { loadDataset } from "./store/load-dataset.ts";
import { letReportStepAside } from "./store/read-files.ts";
import { startTheme } from "./store/theme-store.ts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/panel.css";
import "./styles/lists.css";
import "./styles/about.css";
import "./styles/people-table.css";
import "./styles/controls.css";
import "./styles/search.css";
import "./styles/legend.css";
import "./styles/reading.css";
import "./styles/identity.css";

startTheme();
followAddress();
startAnnouncements();
letReportStepAside();
followIdentity();
void loadDataset();

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root element.");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
