//! What holds on every screen: nothing that axe finds, nothing outside the window, and a picture for people to judge.

use std::path::PathBuf;
use std::{env, fs};

use serde_json::Value;

use crate::window::Window;

/// The rules of WCAG 2.2 AA.
const TAGS: &str = r#"["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]"#;

/// Everything drawn that reaches beyond the window to either side, and all text that is cut off without a sign of it.
const OUTSIDE: &str = r"(() => {
    const page = document.documentElement;
    const found = [];
    if (page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth} wide in ${page.clientWidth}`);
    for (const element of document.querySelectorAll('body *')) {
        if (!element.checkVisibility() || element.closest('.heard, .words, #svelte-announcer, svg, option, optgroup')) continue;
        const { left, right, width, height } = element.getBoundingClientRect();
        if (width === 0 || height === 0) continue;
        const name = `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim().slice(0, 30)}”`;
        const cut = element.closest('.facts, .when, .said');
        if (!cut && (left < -1 || right > innerWidth + 1)) found.push(`${name} from ${left} to ${right} of ${innerWidth}`);
        const style = getComputedStyle(element);
        const hides = style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis';
        if (hides && element.scrollWidth > element.clientWidth + 1 && !element.matches('input'))
            found.push(`${name} is cut: ${element.scrollWidth} in ${element.clientWidth}`);
    }
    return found;
})()";

/// What a person acts with.
const CONTROLS: &str =
    "[role=search] input, [role=listbox], [role=group] select, main header select, nav a, nav button";

/// WebKit takes a picture with the next thing that is drawn, and waits for ever where a page stands still and the processor
/// alone draws it. So a corner that nobody can make out is drawn again and again, until `stirred()`.
const STIRRED: &str = "
    const corner = document.documentElement.appendChild(document.createElement('i'));
    Object.assign(corner.style, { position: 'fixed', top: 0, left: 0, width: '1px', height: '1px' });
    let on = false;
    const stirring = setInterval(() => (corner.style.background = (on = !on) ? 'rgb(128 128 128 / 1%)' : ''), 20);
    window.stirred = () => {
        clearInterval(stirring);
        corner.remove();
    }";

impl Window {
    /// A picture of the window, for people.
    pub(crate) async fn pictured(&self, name: &str) {
        fs::create_dir_all(album()).unwrap();
        fs::write(album().join(format!("{name}.png")), self.picture().await).unwrap();
    }

    /// Pictures by day, and by night in a small window: everything stands inside, and nothing is against it.
    pub(crate) async fn pictured_day_and_night(&self, name: &str) {
        self.fits().await;
        self.is_accessible().await;
        self.pictured(name).await;
        self.is_sized(1000, 700).await;
        let theme = self.asks("document.documentElement.dataset.theme").await;
        self.asks("document.documentElement.dataset.theme = 'dark'").await;
        self.fits().await;
        self.is_accessible().await;
        self.pictured(&format!("{name}-dark-small")).await;
        self.asks(&format!("document.documentElement.dataset.theme = {theme}")).await;
        self.is_sized(1280, 800).await;
    }

    /// What the window shows, as a PNG.
    pub(crate) async fn picture(&self) -> Vec<u8> {
        self.is_drawn().await;
        self.client.execute(STIRRED, vec![]).await.unwrap();
        let picture = self.client.screenshot().await.unwrap();
        self.client.execute("window.stirred()", vec![]).await.unwrap();
        picture
    }

    /// What is on its way to the screen is waited for: the frame after the next one shows it.
    pub(crate) async fn is_drawn(&self) {
        self.awaits("await document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))").await;
    }

    /// Axe finds nothing against it.
    pub(crate) async fn is_accessible(&self) {
        if self.asks("typeof axe").await == "undefined" {
            let axe = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/node_modules/axe-core/axe.min.js");
            let axe = fs::read_to_string(axe).expect("axe-core is installed: npm --prefix ui ci");
            self.client.execute(&axe, vec![]).await.unwrap();
        }
        let told = self
            .awaits(&format!(
                "await axe.run(document, {{ runOnly: {TAGS} }}).then(({{ violations, passes }}) => ({{
                    passes: passes.length,
                    against: violations.flatMap(({{ id, help, nodes }}) =>
                        nodes.map((node) => `${{id}}: ${{help}}: ${{node.html.slice(0, 200)}} ${{node.failureSummary}}`)),
                }}))"
            ))
            .await;
        assert!(told["passes"].as_u64() > Some(5), "axe has looked: {told}");
        assert_eq!(told["against"], Value::Array(vec![]), "axe finds nothing");
    }

    /// Nothing reaches beyond the window to either side.
    pub(crate) async fn fits(&self) {
        self.is_drawn().await;
        assert_eq!(self.asks(OUTSIDE).await, Value::Array(vec![]), "everything stands inside the window");
    }

    /// Everything a person acts with is in view; `fits` included.
    pub(crate) async fn is_all_in_view(&self) {
        self.fits().await;
        let outside = self
            .asks(&format!(
                "[...document.querySelectorAll('{CONTROLS}')].filter((control) => {{
                    const {{ top, bottom, left, right, width }} = control.getBoundingClientRect();
                    return width < 24 || top < 0 || left < 0 || bottom > innerHeight || right > innerWidth;
                }}).map((control) => control.outerHTML.slice(0, 120))"
            ))
            .await;
        assert_eq!(outside, Value::Array(vec![]), "every control is in view");
    }

    /// Where not everything fits at once, the focus brings each control into view.
    pub(crate) async fn brings_into_view(&self) {
        self.fits().await;
        let controls = format!("document.querySelectorAll('{CONTROLS}')");
        let count = self.asks(&format!("{controls}.length")).await.as_u64().unwrap();
        assert!(count > 4, "there are controls");
        for place in 0..count {
            let control = format!("{controls}[{place}]");
            self.asks(&format!("document.activeElement.blur(), {control}.focus()")).await;
            let in_view = format!(
                "(({{ top, bottom, left, right }}) => document.activeElement === {control}
                    && top > -1 && left > -1 && bottom < innerHeight + 1 && right < innerWidth + 1
                )({control}.getBoundingClientRect())"
            );
            self.sees("the control with the focus", &in_view).await;
        }
    }
}

/// `target/journeys`, or wherever `CARGO_TARGET_DIR` points.
fn album() -> PathBuf {
    let this = env::current_exe().unwrap();
    let target = this.ancestors().nth(3).expect("a test lies in target/debug/deps");
    target.join("journeys")
}
