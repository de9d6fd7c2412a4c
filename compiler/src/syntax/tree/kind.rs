//! The kinds of the tree's nodes and tokens.
//!
//! One kind per rule of the grammar that leaves a trace, plus the tokens that stand between them. The order is the one
//! of the grammar; the groups below matter to [`Kind::is_trivia`] and its siblings.

/// What a node or token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Kind {
    // Trivia.
    Blank,
    Newline,
    /// `//` and `////`.
    Comment,
    /// `///`.
    Doc,
    /// `//!`.
    FileDoc,
    /// `/* … */`: not part of the language, but kept.
    BlockComment,

    // Tokens that the grammar writes as literal text.
    /// A keyword, or a word of a region that is kept unanalysed.
    Keyword,
    Punctuation,

    // Tokens.
    Name,
    Word,
    ReservedName,
    Version,
    Unexpected,
    UnexpectedClause,
    UnexpectedLine,
    UnexpectedItem,
    UnexpectedHead,
    String,
    Date,
    Clock,
    Number,
    Operator,
    Prefix,
    UnexpectedParen,
    OverLinesToken,
    RouteName,

    // Zero-width: what the text lacks.
    MissingName,
    MissingValue,
    MissingType,
    MissingText,
    MissingOpen,
    MissingClose,
    MissingParen,
    MissingBracket,
    MissingAngle,
    MissingColon,
    MissingSeparator,
    MissingHeader,
    MissingDuration,
    MissingThen,
    MissingElse,
    MissingArrow,
    MissingVersion,
    MissingOn,
    MissingTarget,
    MissingNumber,
    MissingWord,
    MissingDate,
    MissingEquals,
    MissingRow,

    // Nodes.
    File,
    Path,
    WrongSeparator,
    StrayClose,
    Duration,
    Period,
    Expr,
    IsTest,
    Constant,
    Reference,
    Literal,
    Group,
    List,
    Member,
    Call,
    Argument,
    Index,
    IfExpr,
    MatchExpr,
    Arm,
    Pattern,
    Record,
    FieldValue,
    Spread,
    TypeExpr,
    TypeParameters,
    Optional,
    Annotation,
    AnnotationNames,
    Names,
    Column,
    Columns,
    Package,
    Owner,
    Tier,
    RegionClause,
    Lifecycle,
    OrphanPackage,
    UseDecl,
    Import,
    Alias,
    TypeDecl,
    EnumDecl,
    Variant,
    RecordDecl,
    RecordFrom,
    Field,
    OrphanRecord,
    HeadlessRecord,
    HeadlessEnum,
    UnionDecl,
    Case,
    CaseField,
    Topic,
    TopicHead,
    DeadLetter,
    Trusted,
    Schema,
    TopicKey,
    KeyPart,
    Partition,
    Time,
    TimePart,
    Tombstones,
    Format,
    Wire,
    Compat,
    Bound,
    History,
    Retain,
    Erase,
    Visibility,
    Fresh,
    Grant,
    Supersedes,
    OrphanTopic,
    HeadlessTopic,
    External,
    ExternFn,
    Calendar,
    GenericLine,
    Job,
    JobHead,
    Guarantee,
    Replay,
    Serve,
    LatestWindow,
    OrphanJob,
    HeadlessJob,
    Node,
    NodeHeadLine,
    From,
    With,
    Join,
    AsOf,
    JoinWithin,
    Side,
    Grace,
    Each,
    WhereClause,
    Having,
    NodeKey,
    KeyColumn,
    Window,
    WindowName,
    WindowPart,
    Select,
    OrphanFields,
    Keep,
    KeepBy,
    Order,
    Emit,
    AtMost,
    Correct,
    Sequence,
    Route,
    To,
    OrphanNode,
    HeadlessNode,
    Machine,
    Test,
    TestHead,
    Given,
    Rows,
    Row,
    BareRecord,
    Expect,
    ExpectCount,
    Advance,
    Restart,
    LostStep,
    OrphanRows,
    OrphanTest,
    HeadlessTest,
    OrgClause,
    Team,
    Domain,
    Region,
    Purpose,
    Label,
    PathList,
    Declassifier,
    OrphanPolicy,
    Policy,
    Require,
    Protect,
    Protection,
    Severity,
    NeverWaive,
    PolicyOther,
    Waiver,
}

impl Kind {
    /// Blanks, line ends and comments.
    pub fn is_trivia(self) -> bool {
        self <= Kind::BlockComment
    }

    pub fn is_comment(self) -> bool {
        (Kind::Comment..=Kind::BlockComment).contains(&self)
    }

    /// Zero-width nodes that mark what the text lacks.
    pub fn is_missing(self) -> bool {
        (Kind::MissingName..=Kind::MissingRow).contains(&self)
    }

    /// Text that fits nowhere.
    pub fn is_unexpected(self) -> bool {
        matches!(
            self,
            Kind::Unexpected
                | Kind::UnexpectedClause
                | Kind::UnexpectedLine
                | Kind::UnexpectedItem
                | Kind::UnexpectedHead
                | Kind::UnexpectedParen
                | Kind::StrayClose
        )
    }

    /// Tokens: leaves with text.
    pub fn is_token(self) -> bool {
        self < Kind::MissingName
    }
}
