//! What the page cannot do, even where somebody else's script ran in it.

use std::time::Duration;

use serde_json::Value;
use tokio::net::TcpListener;
use tokio::time::timeout;

use crate::consultation::Made;
use crate::window::Window;

impl Window {
    /// Waits until the program has decided about everything that the page asked of it before this.
    async fn has_decided(&self) {
        for _ in 0..3 {
            let told = self.awaits("await __TAURI_INTERNALS__.invoke('threshold')").await;
            assert_eq!(told["open"], true, "the page still stands, and what it may ask is answered");
        }
    }
}

#[tokio::test]
async fn the_page_cannot_go_anywhere_open_anything_or_reach_anyone() {
    let window = Window::inside(Made::sample()).await;
    let nobody = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let there = format!("http://{}/", nobody.local_addr().unwrap());
    let here = window.client.current_url().await.unwrap();
    window.client.execute("window.stands = true", vec![]).await.unwrap();

    let elsewhere = [&there, "https://example.org/", "file:///etc/hostname", "data:text/html,gone", "about:blank"];
    for address in elsewhere {
        let ways = [
            format!("location.href = '{address}'"),
            format!("location.replace('{address}')"),
            format!(
                "const link = document.createElement('a'); link.href = '{address}'; document.body.append(link); link.click(); link.remove()"
            ),
            format!(
                "const form = document.createElement('form'); form.action = '{address}'; document.body.append(form); form.submit(); form.remove()"
            ),
            format!(
                "const frame = document.createElement('iframe'); frame.src = '{address}'; document.body.append(frame)"
            ),
            format!(
                "const meta = document.createElement('meta'); meta.httpEquiv = 'refresh'; meta.content = '0;url={address}'; document.head.append(meta)"
            ),
        ];
        for way in ways {
            window.client.execute(&format!("try {{ {way} }} catch {{}}"), vec![]).await.unwrap();
            window.has_decided().await;
            assert_eq!(window.client.current_url().await.unwrap(), here, "{way}");
            assert_eq!(window.asks("window.stands").await, true, "{way}");
        }
        for opens in [format!("window.open('{address}')"), format!("window.open('{address}', '_blank', 'noopener')")] {
            assert_eq!(window.asks(&format!("{opens} === null")).await, true, "{opens}");
        }
        let reached = format!("await fetch('{address}').then(() => 'reached', () => 'refused')");
        assert_eq!(window.awaits(&reached).await, "refused", "{address}");
        let seen = format!(
            "await new Promise((done) => {{
                const image = new Image();
                image.onload = () => done('reached');
                image.onerror = () => done('refused');
                image.src = '{address}';
            }})"
        );
        if !address.starts_with("data:") {
            assert_eq!(window.awaits(&seen).await, "refused", "{address}");
        }
    }
    for socket in ["new WebSocket('ws://PLACE')", "new EventSource('http://PLACE')"] {
        let socket = socket.replace("PLACE", &nobody.local_addr().unwrap().to_string());
        let reached = format!(
            "await new Promise((done) => {{
                try {{
                    const socket = {socket};
                    socket.onopen = () => done('reached');
                    socket.onerror = () => done('refused');
                }} catch {{ done('refused') }}
            }})"
        );
        assert_eq!(window.awaits(&reached).await, "refused", "{socket}");
    }
    window
        .client
        .execute(&format!("try {{ navigator.sendBeacon('{there}', 'words') }} catch {{}}"), vec![])
        .await
        .unwrap();
    window.has_decided().await;
    assert_eq!(window.client.windows().await.unwrap().len(), 1, "there is one window");
    let knocked = timeout(Duration::from_millis(300), nobody.accept()).await;
    assert!(knocked.is_err(), "nobody outside was asked anything");
    window.pictured("walls").await;
}

#[tokio::test]
async fn only_what_is_listed_can_be_asked_of_the_program() {
    let window = Window::inside(Made::sample()).await;
    let asks = |command: &str, input: &str| {
        format!(
            "await __TAURI_INTERNALS__.invoke('{command}', {input}).then(() => 'answered', (thrown) => thrown.message ?? String(thrown))"
        )
    };
    assert_eq!(window.awaits(&asks("overview", "{}")).await, "answered", "what is listed is answered");
    for command in [
        "export",
        "dump",
        "verify",
        "plugin:fs|read_text_file",
        "plugin:shell|execute",
        "plugin:http|fetch",
        "plugin:dialog|open",
        "plugin:opener|open_url",
        "plugin:window|create",
        "plugin:window|close",
        "plugin:window|set_title",
        "plugin:webview|create_webview_window",
        "plugin:webview|internal_toggle_devtools",
        "plugin:event|emit",
        "plugin:app|version",
        "plugin:path|resolve_directory",
        "plugin:menu|new",
        "plugin:tray|new",
        "plugin:resources|close",
    ] {
        let told = window
            .awaits(&asks(command, "{ path: '/etc/hostname', url: 'https://example.org/', label: 'main' }"))
            .await;
        let told = told.as_str().unwrap();
        assert!(told.contains("not allowed") || told.contains("not found"), "{command}: {told}");
    }
    let wild = window.awaits(&asks("find", "{ input: { words: 7 } }")).await;
    assert_ne!(wild, "answered", "what is listed wants what it is listed with");
    for address in ["asset://localhost/etc/hostname", "file:///etc/hostname", "http://asset.localhost/etc/hostname"] {
        let told = window.awaits(&format!("await fetch('{address}').then(() => 'answered', () => 'refused')")).await;
        assert_eq!(told, "refused", "{address}");
    }
}

#[tokio::test]
async fn no_script_runs_and_nothing_is_fetched_that_did_not_come_with_the_program() {
    let window = Window::inside(Made::sample()).await;
    let policy =
        window.awaits("await fetch(location.href).then((page) => page.headers.get('content-security-policy'))").await;
    let policy = policy.as_str().expect("the page has a policy");
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert!(!policy.contains('*') && !policy.contains("https:"), "nobody else is let in: {policy}");

    window
        .client
        .execute("window.refused = []; addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective))", vec![])
        .await
        .unwrap();
    let attempts = [
        "const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script)",
        "const script = document.createElement('script'); script.src = 'data:text/javascript,window.ran=true'; document.body.append(script)",
        "const script = document.createElement('script'); script.src = URL.createObjectURL(new Blob(['window.ran=true'])); document.body.append(script)",
        "const image = document.createElement('div'); image.innerHTML = '<img src=x onerror=\"window.ran = true\">'; document.body.append(image)",
        "const button = document.createElement('button'); button.setAttribute('onclick', 'window.ran = true'); document.body.append(button); button.click()",
        "location.href = 'javascript:window.ran = true'",
        "setTimeout('window.ran = true')",
        "eval('window.ran = true')",
        "new Function('window.ran = true')()",
        "fetch('http://127.0.0.1:8765/')",
        "new WebSocket('ws://127.0.0.1:8765/')",
        "new EventSource('http://127.0.0.1:8765/')",
        "navigator.sendBeacon('http://127.0.0.1:8765/', 'words')",
        "new Image().src = 'http://127.0.0.1:8765/'",
        "const frame = document.createElement('iframe'); frame.src = 'http://127.0.0.1:8765/'; document.body.append(frame)",
        "const base = document.createElement('base'); base.href = 'http://127.0.0.1:8765/'; document.head.append(base)",
        "const style = document.createElement('style'); style.textContent = 'body { --ran: 1 }'; document.body.append(style)",
    ];
    for attempt in attempts {
        window.client.execute("refused.length = 0", vec![]).await.unwrap();
        window.client.execute(&format!("try {{ {attempt} }} catch {{}}"), vec![]).await.unwrap();
        window.sees(&format!("a refusal of {attempt}"), "refused.length > 0").await;
        assert_eq!(window.asks("window.ran ?? null").await, Value::Null, "{attempt}");
    }
    let styled = "getComputedStyle(document.body).getPropertyValue('--ran')";
    assert_eq!(window.asks(styled).await, "", "nor a style");
}
