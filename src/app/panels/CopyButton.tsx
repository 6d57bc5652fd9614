import { useEffect, useState } from "react";
import { announce, interfaceStore } from "../store/interface-store.ts";

const SHOWN_MS = 2000;

interface CopyButtonProps {
  readonly label: string;
  /** Made only when it is wanted. */
  readonly text: () => string;
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<string | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    const said = (await copyText(text())) ? "Copied" : "The browser refused";
    setOutcome(said);
    interfaceStore.setState(announce(said));
  };
  return (
    <button type="button" className="button button-small" onClick={() => void copy()}>
      {outcome ?? label}
    </button>
  );
}

/** Whether the text is on the clipboard. The old way helps where the page was not served by https or from this machine. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    try {
      return document.execCommand("copy");
    } finally {
      area.remove();
    }
  }
}
