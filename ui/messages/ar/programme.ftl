# النظرة العامة والبرنامج.

nav-overview = نظرة عامة
nav-programme = البرنامج
overview-recorded = { $count ->
    [0] لا شيء بعد
    [one] مساهمة واحدة
    [two] مساهمتان
    [few] { $count } مساهمات
   *[other] { $count } مساهمة
}
overview-no-rounds = لا جولات بعد.
overview-no-programme = للبرنامج مراحل وجلسات وجولات: ضعه هنا قبل أن يبدأ اليوم.
overview-edit = تعديل البرنامج
overview-next = الخطوة التالية
overview-waits = الحال الآن
overview-all = المساهمات
overview-without-node = بلا هدف ولا مبدأ
overview-without-group = بلا مجموعة
overview-without-round = بلا جولة
overview-briefs = الموجزات
overview-round-open = «{ $round }» مفتوحة على هذا الحاسوب.
overview-round-closed = انتهت «{ $round }» وتنتظر الترتيب.
overview-parked = { $count ->
    [zero] لا مسودات معلّقة.
    [one] مسودة واحدة معلّقة.
    [two] مسودتان معلّقتان.
    [few] { $count } مسودات معلّقة.
    [many] { $count } مسودة معلّقة.
   *[other] { $count } مسودة معلّقة.
}
overview-to-capture = الانتقال إلى التدوين
next-programme = وضع البرنامج
next-programme-why = لا توجد بعد جولة يمكن أن يُقال فيها شيء.
next-tidy = تصفح المساهمات
next-tidy-why = { $count ->
    [one] مساهمة واحدة ما زالت بلا مجموعة أو هدف.
    [two] مساهمتان ما زالتا بلا مجموعة أو هدف.
    [few] { $count } مساهمات ما زالت بلا مجموعة أو هدف.
   *[other] { $count } مساهمة ما زالت بلا مجموعة أو هدف.
}
next-conflicts = حسمها
next-conflicts-why = { $count ->
    [one] شيء واحد عُدِّل من جهتين وينتظر الحسم.
   *[other] { $count } أشياء عُدِّلت من جهتين وتنتظر الحسم.
}
next-pairs = البتّ فيها
next-pairs-why = { $count ->
    [one] شيء واحد ربما دُوِّن مرتين، وينبغي أن يُحسب مرة.
   *[other] { $count } أشياء ربما دُوِّنت مرتين، وينبغي أن يُحسب كل منها مرة.
}
overview-notes = { $count ->
    [one] في تدوينة واحدة: ما دُوِّن مرتين يُحسب مرة.
    [two] في تدوينتين: ما دُوِّن مرتين يُحسب مرة.
    [few] في { NUMBER($count) } تدوينات: ما دُوِّن مرتين يُحسب مرة.
    [many] في { NUMBER($count) } تدوينة: ما دُوِّن مرتين يُحسب مرة.
   *[other] في { NUMBER($count) } تدوينة: ما دُوِّن مرتين يُحسب مرة.
}
next-read = متابعة الموجزات
next-read-why = لكل مساهمة مجموعة وهدف.
plan-lead = ما يُعدَّل هنا يُحفظ فورًا ويمكن التراجع عنه. والقاعدة التي شُدِّدت تبقى مشدَّدة.
plan-stages = المراحل والجلسات والجولات
plan-groups = مجموعات أصحاب المصلحة
plan-consultation = مشاورة
plan-stage = مرحلة
plan-session = جلسة
plan-round = جولة
plan-group = مجموعة أصحاب مصلحة
plan-new-stage = مرحلة جديدة
plan-new-session = جلسة جديدة
plan-new-round = جولة جديدة
plan-new-group = مجموعة جديدة
plan-add = إضافة: { $what }
plan-add-stage = إضافة مرحلة
plan-add-session = إضافة جلسة
plan-add-round = إضافة جولة
plan-add-group = إضافة مجموعة
plan-up = نقل إلى أعلى
plan-down = نقل إلى أسفل
plan-remove = إزالة من البرنامج
plan-removed = أُزيل «{ $name }» من البرنامج.
plan-name = الاسم
plan-starts = اليوم الأول
plan-ends = اليوم الأخير
plan-starts-at = البداية
plan-ends-at = النهاية
plan-date-wrong = ليس هذا تاريخًا: اكتبه هكذا { $example }. أُبقي على القديم.
plan-questions = الأسئلة المطروحة على القاعة
plan-questions-hint = سؤال في كل سطر.
plan-rule = قاعدة الإسناد
plan-rule-chatham-house = قاعدة تشاتام هاوس
plan-rule-organisation-only = المنظمة فقط
plan-rule-on-the-record = للنشر
plan-limit = وقت المتحدث
plan-basis = أساس التسجيل
plan-basis-none = لم يُذكر
plan-basis-announcement = أُعلن في القاعة
plan-basis-form = استمارة موقّعة
plan-basis-in-person = سُئل شخصيًا
plan-basis-clearance = أُجيز لاحقًا
plan-quote = الاقتباس، ما لم يقل المتحدث غير ذلك
plan-quote-not-asked = لم يُسأل، فلا
plan-quote-given = مسموح
plan-quote-refused = مرفوض
plan-expected = المتوقع حضورهم في هذه الجولة
plan-in-use = مستخدمة في هذه المشاورة
next-capture = تسجيل أول مساهمة
next-capture-why = البرنامج جاهز. ما يُقال يُدوَّن في «التدوين»، جولة بعد جولة.
next-brief = كتابة أول موجز
next-brief-why = لكل مساهمة مجموعة وهدف. والموجز يحملها إلى الجلسة الرسمية.
